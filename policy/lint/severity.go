package lint

import (
	"errors"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/policy"
)

// A Severity says how sure it is that a finding is a defect. The zero Severity is
// Note.
type Severity uint8

// The severities of findings.
const (
	Note    Severity = iota // worth knowing; often right as it is
	Warning                 // seldom meant
	Error                   // cannot do what it says
)

var severityNames = []string{"note", "warning", "error"}

// ErrSeverity says that a text names no severity of findings, or that a [Severity] is
// none.
var ErrSeverity = errors.New("lint: no such severity")

// SeverityNames returns the names of the severities, the zero one first. The list is
// the caller's.
func SeverityNames() []string { return slices.Clone(severityNames) }

// String returns note, warning or error; Severity(9) and the like of what is none.
func (s Severity) String() string {
	if int(s) < len(severityNames) {
		return severityNames[s]
	}
	return "Severity(" + strconv.Itoa(int(s)) + ")"
}

// ParseSeverity returns the severity that text names. The error is an [ErrSeverity],
// quotes the text and has the names.
func ParseSeverity(text string) (Severity, error) {
	if i := slices.Index(severityNames, text); i >= 0 {
		return Severity(i), nil
	}
	return 0, &policy.TextError{Kind: ErrSeverity, What: "severity of findings", Text: text, Known: SeverityNames()}
}

// MarshalText returns the name of s; what is no severity is an [ErrSeverity].
func (s Severity) MarshalText() ([]byte, error) {
	if int(s) >= len(severityNames) {
		return nil, &policy.TextError{Kind: ErrSeverity, What: "severity of findings", Text: s.String(), Known: SeverityNames()}
	}
	return []byte(severityNames[s]), nil
}

// UnmarshalText sets s to the severity that text names; see [ParseSeverity]. With an
// error s is as before.
func (s *Severity) UnmarshalText(text []byte) error {
	v, err := ParseSeverity(string(text))
	if err == nil {
		*s = v
	}
	return err
}
