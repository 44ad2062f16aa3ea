package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
)

// A Rule says how long releases are supported, and with what. It is data, made
// of parts that combine; see [End].
type Rule struct {
	// Stages are what a release goes through, in order: each from the day after
	// the one before it, the first from the release on. A stage whose end comes
	// before its beginning has no day.
	Stages []Stage
	// Rest is what comes after the last stage. Its End is not looked at.
	Rest Stage
	// Support is the end of support; nil is the end of the last stage.
	Support End
	// Extension, if its End is not nil, is support for a fee: while it runs, its
	// Services are what a release has, if they are not nil.
	Extension Stage
	Clause    string // what the agreement's text has it in
}

// A Stage is a phase of a release's life.
type Stage struct {
	Name     string
	End      End
	Services []string // what it gives while the release is supported
	Without  []string // what it gives when it is not supported any more
}

// Validate returns nil if every part of the rule makes sense, else an [ErrRule].
func (r *Rule) Validate() error {
	if len(r.Stages) == 0 && r.Support == nil {
		return &RuleError{"Stages", "are empty and there is no Support; give one of them"}
	}
	names := map[string]bool{}
	for i, s := range r.Stages {
		place := fmt.Sprintf("Stages[%d]", i)
		if s.Name == "" || names[s.Name] {
			return &RuleError{place + ".Name", fmt.Sprintf("%q is empty or there twice; name each stage once", s.Name)}
		}
		if err := check(s.End, place+".End", names); err != nil {
			return err
		}
		names[s.Name] = true
	}
	if r.Support != nil {
		if err := check(r.Support, "Support", names); err != nil {
			return err
		}
	}
	if r.Extension.End != nil {
		return check(r.Extension.End, "Extension.End", names)
	}
	return nil
}

// maxN bounds how many versions a rule can count, and how far it can reach.
const maxN = 100_000

// check checks a part; stages are those whose end it can name.
func check(e End, place string, stages map[string]bool) error {
	count := func(n int, s Scope) error {
		if n < 1 || n > maxN {
			return &RuleError{place, fmt.Sprintf("counts %d versions; write 1 to %d", n, maxN)}
		}
		if s.Within < 0 || s.Within > maxParts || s.Group < 0 || s.Group > maxParts || s.Group > 0 && s.Group <= s.Within {
			return &RuleError{place, fmt.Sprintf("has a scope of %d leading parts within %d; write 0, or more than it is within, to %d", s.Group, s.Within, maxParts)}
		}
		return nil
	}
	all := func(parts ...End) error {
		if len(parts) == 0 {
			return &RuleError{place, "is empty; give at least one end"}
		}
		for i, part := range parts {
			if err := check(part, fmt.Sprintf("%s.%d", place, i), stages); err != nil {
				return err
			}
		}
		return nil
	}
	switch e := e.(type) {
	case nil:
		return &RuleError{place, "is missing; write Unending{} for no end"}
	case Successor:
		return count(e.N, e.Scope)
	case Current:
		return count(1, e.Scope)
	case Latest:
		return count(e.N, Scope{})
	case Given:
		if e.Else != nil {
			return all(e.Else)
		}
	case EndOf:
		if !stages[e.Stage] {
			return &RuleError{place, fmt.Sprintf("names stage %q, which is no earlier one", e.Stage)}
		}
	case Plus:
		if e.Unit > calendar.Years || e.N < -maxN || e.N > maxN {
			return &RuleError{place, fmt.Sprintf("adds %d %v; write days, weeks, months or years, up to %d", e.N, e.Unit, maxN)}
		}
		return all(e.Of)
	case PlusNumber:
		if e.Unit > calendar.Years {
			return &RuleError{place, fmt.Sprintf("adds %v; write days, weeks, months or years", e.Unit)}
		}
		return all(e.Of)
	case Align:
		switch a := e.To; {
		case a.Kind > ToYearEnd,
			a.Kind == ToDay && (a.Day < 1 || a.Day > 31),
			a.Kind == ToWeekday && (a.Nth < 1 || a.Nth > 5 || a.Weekday < 0 || a.Weekday > 6):
			return &RuleError{place, "aligns to no day; write a day of 1 to 31, or weekday 1 to 5 of the month"}
		}
		return all(e.Of)
	case Later:
		return all(e...)
	case Earlier:
		return all(e...)
	case Cases:
		parts := make([]End, len(e))
		for i, c := range e {
			parts[i] = c.End
		}
		return all(parts...)
	case Held:
		if err := count(e.Rank, e.Scope); err != nil {
			return err
		}
		return all(e.Then, e.Else)
	case Own, Unending:
	default:
		return &RuleError{place, fmt.Sprintf("is a %T; write a value of a kind that End lists", e)}
	}
	return nil
}
