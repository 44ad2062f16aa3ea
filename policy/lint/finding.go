package lint

import "strconv"

// A Severity says how sure it is that a finding is a defect. The zero Severity is
// Note.
type Severity uint8

// The severities of findings.
const (
	Note    Severity = iota // worth knowing; often right as it is
	Warning                 // seldom meant
	Error                   // cannot do what it says
)

// String returns note, warning or error.
func (s Severity) String() string {
	switch s {
	case Note:
		return "note"
	case Warning:
		return "warning"
	case Error:
		return "error"
	}
	return "Severity(" + strconv.Itoa(int(s)) + ")"
}

// A Finding is something in an agreement that its author will hardly have meant.
// The zero Finding says nothing.
type Finding struct {
	Code     string // what kind of defect, short and stable; see the package's list
	Severity Severity
	Place    string // where, as in metrics[0].targets[2]; "" for the whole agreement
	Line     int    // of the place in the text, from 1; 0 where there was no text
	Column   int    // the character in that line, from 1
	What     string // what is wrong
	// Consequence is what comes of it, with a worked instant where that helps. Where
	// it is not the same for all tickets it is that of the first ones that were tried.
	Consequence string
	Remedy      string // what to write instead
	// When says for which tickets, by their attributes and readings; "" for all.
	When string
}

// String returns the finding as a line: place, what, consequence and remedy.
func (f Finding) String() string {
	s := f.Severity.String() + ": "
	if f.Place != "" {
		s += f.Place + ": "
	}
	s += f.What
	if f.When != "" {
		s += " (" + f.When + ")"
	}
	for _, more := range [...]string{f.Consequence, f.Remedy} {
		if more != "" {
			s += "; " + more
		}
	}
	return s + " [" + f.Code + "]"
}

// A Report is what was found in an agreement. The zero Report has no findings.
type Report struct {
	Agreement string // its name
	// Findings are in the order of the text, or, where there is none, of the
	// agreement's parts.
	Findings []Finding
	Tried    int  // combinations of attributes and readings that were looked at
	Complete bool // they are all that can tell tickets apart
	More     bool // there were more findings than MaxFindings
}

// MaxFindings is how many findings a report has at most.
const MaxFindings = 500

// Worst returns the gravest severity of the findings; it is false if there are
// none.
func (r *Report) Worst() (worst Severity, any bool) {
	for i := range r.Findings {
		worst = max(worst, r.Findings[i].Severity)
	}
	return worst, len(r.Findings) > 0
}
