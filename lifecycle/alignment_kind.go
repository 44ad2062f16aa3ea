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

// String returns "month_end", "day", "weekday" or "year_end"; AlignmentKind(9) and the
// like of what is no kind.
func (k AlignmentKind) String() string { return alignmentKindNames.String(k) }

// ParseAlignmentKind returns the kind that text names. The error is an [ErrRule], as an
// [enum.Error] that has the names.
func ParseAlignmentKind(text string) (AlignmentKind, error) { return alignmentKindNames.Parse(text) }

// MarshalText returns the name of k; what is no kind is an [ErrRule].
func (k AlignmentKind) MarshalText() ([]byte, error) { return alignmentKindNames.Marshal(k) }

// UnmarshalText sets k to the kind that text names; see [ParseAlignmentKind]. With an
// error k is as before.
func (k *AlignmentKind) UnmarshalText(text []byte) error {
	return alignmentKindNames.Unmarshal(k, text)
}
