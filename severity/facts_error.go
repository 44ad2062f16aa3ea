package severity

import (
	"fmt"
	"slices"
	"strings"
)

// A FactsError says why no level follows from the facts. [errors.Is] matches its Kind.
// The zero FactsError has no kind.
type FactsError struct {
	Kind      error  // ErrFact, ErrMissing, ErrContradiction or ErrUnsettled
	Agreement string // the name of the scale
	// For an [ErrFact], Fact is the fact that is wrong and Answer the answer that was
	// given. Answered is false if the fact itself does not exist.
	Fact     string
	Answer   string
	Answered bool
	// Valid has the facts concerned, with the answers that would be valid. For an ErrFact
	// they are those that exist, for an [ErrMissing] those that are missing. For an
	// [ErrContradiction] they are those that contradict each other, each with the answers
	// that agree with everything else that is given (none if more than one fact must
	// change).
	Valid []Fact
	// Given has the answers that were given: all of them for an ErrMissing and an
	// ErrUnsettled, those to the facts concerned for an ErrContradiction. It is nil for
	// an ErrFact.
	Given Facts
	// Levels are the levels that are still possible, the gravest first, for an ErrMissing
	// and an [ErrUnsettled].
	Levels []Level
	// Rule, Clause and Reason say why, for an ErrContradiction and an ErrUnsettled.
	Rule, Clause, Reason string
}

// Is reports whether target is the kind of e.
func (e *FactsError) Is(target error) bool { return target == e.Kind }

// Error says which facts are concerned, why, and what would be valid. A fact or answer
// that does not exist is cut after 40 characters.
func (e *FactsError) Error() string {
	prefix := "severity: "
	if e.Agreement != "" {
		prefix += e.Agreement + ": "
	}
	switch e.Kind {
	case ErrMissing:
		return prefix + e.of() + " is possible; give " + choices(e.Valid, " and ")
	case ErrContradiction:
		given := make([]string, 0, len(e.Valid))
		for _, f := range e.Valid {
			given = append(given, fmt.Sprintf("%s %q", f.Name, e.Given[f.Name]))
		}
		right := choices(slices.DeleteFunc(slices.Clone(e.Valid), func(f Fact) bool { return len(f.Answers) == 0 }), ", or ")
		if right == "" {
			right = "more than one of them; no single other answer agrees with the rest"
		}
		return prefix + series(given, "and") + " contradict each other: " + e.Reason + " (" + e.Clause + "); change " + right
	case ErrUnsettled:
		return prefix + e.of() + " is possible: " + e.Reason + " (" + e.Clause + "); whoever sets the severity must name one"
	}
	if e.Answered {
		return fmt.Sprintf("%s%s: %q is not an answer; write %s", prefix, e.Fact, shorten(e.Answer), choices(e.Valid, ""))
	}
	known := make([]string, len(e.Valid))
	for i, f := range e.Valid {
		known[i] = f.Name
	}
	write := "there are none"
	if len(known) > 0 {
		write = "write " + list(known)
	}
	return fmt.Sprintf("%s%q is not a fact; %s", prefix, shorten(e.Fact), write)
}

// of writes the levels that are possible.
func (e *FactsError) of() string {
	names := make([]string, len(e.Levels))
	for i, l := range e.Levels {
		names[i] = l.String()
	}
	return list(names)
}

// choices writes facts with the answers to choose from; without a word to join
// them, the answers alone.
func choices(facts []Fact, join string) string {
	parts := make([]string, len(facts))
	for i, f := range facts {
		parts[i] = list(f.names())
		if join != "" {
			parts[i] = f.Name + " (" + parts[i] + ")"
		}
	}
	return strings.Join(parts, join)
}
