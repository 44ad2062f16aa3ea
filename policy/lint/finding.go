package lint

// A Finding is something in an agreement that its author is unlikely to have meant. The zero
// Finding says nothing.
type Finding struct {
	Code     string   `json:"code"` // the kind of defect, short and stable; see the lists in the package comment
	Severity Severity `json:"severity"`
	Place    string   `json:"place"`  // where, such as metrics[0].targets[2]; "" for the whole agreement
	Line     int      `json:"line"`   // the line of the place in the text, from 1; 0 if there was no text
	Column   int      `json:"column"` // the character in that line, from 1; 0 if there was no text
	What     string   `json:"what"`   // what is wrong
	// Consequence is what follows from it, with a worked example where that helps. Where it
	// differs between tickets, it is the consequence for the first ones tried.
	Consequence string `json:"consequence"`
	Remedy      string `json:"remedy"` // what to write instead
	// When says for which tickets, by their attributes and readings; "" means all.
	When string `json:"when"`
}

// String returns the finding as one line: place, what, consequence and remedy.
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
	Agreement string `json:"agreement"` // its name
	// Findings are in the order of the text or, if there was none, of the agreement's parts.
	Findings []Finding `json:"findings,omitempty"`
	Tried    int       `json:"tried"`    // how many combinations of attributes and readings were tried
	Complete bool      `json:"complete"` // these are all combinations that can tell tickets apart
	More     bool      `json:"more"`     // there were more findings than MaxFindings
}

// MaxFindings is the most findings that a report has.
const MaxFindings = 500

// Worst returns the gravest severity of the findings; ok is false if there are none. A nil
// Report has no findings.
func (r *Report) Worst() (worst Severity, ok bool) {
	if r == nil {
		return Note, false
	}
	for i := range r.Findings {
		worst = max(worst, r.Findings[i].Severity)
	}
	return worst, len(r.Findings) > 0
}
