package lifecycle

import "github.com/slaclock/slaclock/calendar/enum"

// An AlignmentKind is a kind of regular day. The zero AlignmentKind is ToMonthEnd.
type AlignmentKind uint8

// The kinds of regular day.
const (
	ToMonthEnd AlignmentKind = iota // the last day of the month
	ToDay                           // a day of the month
	ToWeekday                       // such as the second Tuesday of the month
	ToYearEnd                       // 31 December
)

var alignmentKindNames = enum.Of[AlignmentKind](ErrRule, "kind of regular day", monthEndText, "day", "weekday", yearEndText)

// AlignmentKindNames returns the names of the kinds, the zero one first. The list is
// the caller's.
func AlignmentKindNames() []string { return alignmentKindNames.All() }

// String returns month_end, day, weekday or year_end. If k is not one of the kinds, it
// returns a text such as AlignmentKind(9).
func (k AlignmentKind) String() string { return alignmentKindNames.String(k) }

// ParseAlignmentKind returns the kind that text names. The error is an [ErrRule]: an
// [enum.Error] that lists the names.
func ParseAlignmentKind(text string) (AlignmentKind, error) { return alignmentKindNames.Parse(text) }

// MarshalText returns the name of k. The error is an [ErrRule] if k is not one of the
// kinds.
func (k AlignmentKind) MarshalText() ([]byte, error) { return alignmentKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseAlignmentKind]. On error, k
// is unchanged.
func (k *AlignmentKind) UnmarshalText(text []byte) error {
	return alignmentKindNames.Unmarshal(k, text)
}
