package lint

import (
	"errors"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A Severity says how certain it is that a finding is a defect. The zero Severity is Note.
type Severity uint8

// The severities of findings.
const (
	Note    Severity = iota // worth knowing; often right as it is
	Warning                 // seldom meant
	Error                   // cannot do what it says
)

var severityNames = enum.Of[Severity](ErrSeverity, "severity of findings", "note", "warning", "error")

// ErrSeverity says that a text does not name a severity of findings, or that a [Severity] is
// not one of the constants.
var ErrSeverity = errors.New("lint: no such severity")

// SeverityNames returns the names of the severities, that of the zero Severity first. The
// caller may change the slice.
func SeverityNames() []string { return severityNames.All() }

// String returns "note", "warning" or "error", or for any other value its number:
// "Severity(9)".
func (s Severity) String() string { return severityNames.String(s) }

// ParseSeverity returns the severity that text names. The error is an [ErrSeverity], which
// quotes the text and lists the names.
func ParseSeverity(text string) (Severity, error) { return severityNames.Parse(text) }

// MarshalText returns the name of s. If s is not one of the severities, the error is an
// [ErrSeverity].
func (s Severity) MarshalText() ([]byte, error) { return severityNames.Marshal(s) }

// UnmarshalText sets s to the severity that text names; see [ParseSeverity]. On error, s is
// unchanged.
func (s *Severity) UnmarshalText(text []byte) error { return severityNames.Unmarshal(s, text) }
