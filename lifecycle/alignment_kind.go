package lifecycle

import (
	"fmt"
	"slices"
	"strconv"
)

// An AlignmentKind is a kind of regular day. The zero AlignmentKind is ToMonthEnd.
type AlignmentKind uint8

// The kinds of regular day.
const (
	ToMonthEnd AlignmentKind = iota // the last day of the month
	ToDay                           // a day of the month
	ToWeekday                       // such as the second Tuesday of the month
	ToYearEnd                       // 31 December
)

var alignmentKindNames = []string{monthEndText, "day", "weekday", yearEndText}

// AlignmentKindNames returns the names of the kinds, the zero one first. The list is
// the caller's.
func AlignmentKindNames() []string { return slices.Clone(alignmentKindNames) }

// String returns "month_end", "day", "weekday" or "year_end"; AlignmentKind(9) and the
// like of what is no kind.
func (k AlignmentKind) String() string {
	if int(k) < len(alignmentKindNames) {
		return alignmentKindNames[k]
	}
	return fmt.Sprintf("AlignmentKind(%d)", uint8(k))
}

// ParseAlignmentKind returns the kind that text names. The error is an [ErrRule], quotes
// the text and has the names.
func ParseAlignmentKind(text string) (AlignmentKind, error) {
	if i := slices.Index(alignmentKindNames, text); i >= 0 {
		return AlignmentKind(i), nil
	}
	return 0, noAlignmentKind(text)
}

// MarshalText returns the name of k; what is no kind is an [ErrRule].
func (k AlignmentKind) MarshalText() ([]byte, error) {
	if int(k) >= len(alignmentKindNames) {
		return nil, noAlignmentKind(k.String())
	}
	return []byte(alignmentKindNames[k]), nil
}

// UnmarshalText sets k to the kind that text names; see [ParseAlignmentKind]. With an
// error k is as before.
func (k *AlignmentKind) UnmarshalText(text []byte) error {
	v, err := ParseAlignmentKind(string(text))
	if err == nil {
		*k = v
	}
	return err
}

// noAlignmentKind is the error of a text or a value that is none of the kinds.
func noAlignmentKind(text string) error {
	return &RuleError{"alignment", strconv.Quote(text) + " is not a kind of regular day; write month_end, day, weekday or year_end"}
}
