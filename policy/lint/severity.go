package lint

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
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

var severityNames = enum.Of[Severity](ErrSeverity, "severity of findings", "note", "warning", "error")

// ErrSeverity says that a text names no severity of findings, or that a [Severity] is
// none.
var ErrSeverity = errors.New("lint: no such severity")

// SeverityNames returns the names of the severities, the zero one first. The list is
// the caller's.
func SeverityNames() []string { return severityNames.All() }

// String returns note, warning or error; Severity(9) and the like of what is none.
func (s Severity) String() string { return severityNames.String(s) }

// ParseSeverity returns the severity that text names. The error is an [ErrSeverity],
// quotes the text and has the names.
func ParseSeverity(text string) (Severity, error) { return severityNames.Parse(text) }

// MarshalText returns the name of s; what is no severity is an [ErrSeverity].
func (s Severity) MarshalText() ([]byte, error) { return severityNames.Marshal(s) }

// UnmarshalText sets s to the severity that text names; see [ParseSeverity]. With an
// error s is as before.
func (s *Severity) UnmarshalText(text []byte) error { return severityNames.Unmarshal(s, text) }
