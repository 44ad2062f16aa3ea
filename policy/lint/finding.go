package lint

// A Finding is something in an agreement that its author will hardly have meant.
// The zero Finding says nothing.
type Finding struct {
	Code     string   `json:"code"` // what kind of defect, short and stable; see the package's list
	Severity Severity `json:"severity"`
	Place    string   `json:"place"`  // where, as in metrics[0].targets[2]; "" for the whole agreement
	Line     int      `json:"line"`   // of the place in the text, from 1; 0 where there was no text
	Column   int      `json:"column"` // the character in that line, from 1
	What     string   `json:"what"`   // what is wrong
	// Consequence is what comes of it, with a worked instant where that helps. Where
	// it is not the same for all tickets it is that of the first ones that were tried.
	Consequence string `json:"consequence"`
	Remedy      string `json:"remedy"` // what to write instead
	// When says for which tickets, by their attributes and readings; "" for all.
	When string `json:"when"`
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
	Agreement string `json:"agreement"` // its name
	// Findings are in the order of the text, or, where there is none, of the
	// agreement's parts.
	Findings []Finding `json:"findings,omitempty"`
	Tried    int       `json:"tried"`    // combinations of attributes and readings that were looked at
	Complete bool      `json:"complete"` // they are all that can tell tickets apart
	More     bool      `json:"more"`     // there were more findings than MaxFindings
}

// MaxFindings is how many findings a report has at most.
const MaxFindings = 500

// Worst returns the gravest severity of the findings; ok is false if there are none.
// A nil Report has none.
func (r *Report) Worst() (worst Severity, ok bool) {
	if r == nil {
		return Note, false
	}
	for i := range r.Findings {
		worst = max(worst, r.Findings[i].Severity)
	}
	return worst, len(r.Findings) > 0
}
