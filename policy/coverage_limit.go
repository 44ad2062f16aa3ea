package policy

import (
	"fmt"
	"slices"

	"github.com/slaclock/slaclock/calendar/enum"
)

// A FactLimit says which facts contradict each other, so that a caller's slip is an error
// and not an answer. The zero FactLimit is invalid: it limits nothing, so [NewCoverage]
// refuses it.
type FactLimit struct {
	Fact  string   // if this fact is true, then
	Needs []string // these must be true,
	Bars  []string // and none of these can be
}

// checkLimits returns what is wrong with limits; names are the facts that exist.
func checkLimits(limits []FactLimit, names []string) (found mistakes) {
	first := map[string]int{}
	for i := range limits {
		if found.full() {
			break
		}
		l, place := &limits[i], fmt.Sprintf("limits[%d]", i)
		found = append(found, l.check(place, names)...)
		if before, twice := first[l.Fact]; twice {
			found.add(&PlaceError{Kind: ErrCoverage, Place: place + ".fact", Value: l.Fact, Why: fmt.Sprintf("has a limit already, limits[%d]; write all that it needs and bars there", before)})
		} else {
			first[l.Fact] = i
		}
	}
	if found = found.few(ErrCoverage, "limits"); len(found) > 0 {
		return found
	}
	return checkPossible(limits, names)
}

// check returns what is wrong with a limit by itself; names are the facts that exist.
func (l *FactLimit) check(place string, names []string) (found mistakes) {
	if len(l.Needs)+len(l.Bars) == 0 {
		found.add(&PlaceError{Kind: ErrCoverage, Place: place, Value: l.Fact, Why: "limits nothing; write what the fact needs or bars"})
	}
	look := func(at, name string, before []string) {
		why := ""
		switch {
		case found.full():
			return // they are too many already
		case !slices.Contains(names, name):
			why = "is a fact of no rule; write " + enum.Some(names, 20) // limits can have a hundred mistakes
		case slices.Contains(before, name):
			why = "stands there twice"
		default:
			return
		}
		found.add(&PlaceError{Kind: ErrCoverage, Place: place + at, Value: name, Why: why})
	}
	look(".fact", l.Fact, nil)
	for i, name := range l.Needs {
		look(fmt.Sprintf(".needs[%d]", i), name, l.Needs[:i])
	}
	for i, name := range l.Bars {
		look(fmt.Sprintf(".bars[%d]", i), name, l.Bars[:i])
	}
	return found
}

// checkPossible finds facts that can never be true: among the facts that must be true with
// one of them, itself included, one bars another. The names must be right, and no fact can
// have two limits.
func checkPossible(limits []FactLimit, names []string) (errs []error) {
	if len(limits) == 0 {
		return nil
	}
	number := map[string]int{}
	for i, name := range names {
		number[name] = i
	}
	// takes[i][k]: if i is true, k must be. A fact takes all that the facts it needs take.
	takes := make([][]bool, len(names))
	bars := make([][]int, len(names))
	for i := range takes {
		takes[i] = make([]bool, len(names))
		takes[i][i] = true
	}
	for _, l := range limits {
		fact := number[l.Fact]
		for _, name := range l.Needs {
			takes[fact][number[name]] = true
		}
		for _, name := range l.Bars {
			bars[fact] = append(bars[fact], number[name])
		}
	}
	for by := range takes {
		for i := range takes {
			if !takes[i][by] {
				continue
			}
			for k, taken := range takes[by] {
				takes[i][k] = takes[i][k] || taken
			}
		}
	}
	for i, l := range limits {
		if why := clash(names, takes[number[l.Fact]], bars, number[l.Fact]); why != "" {
			errs = append(errs, &PlaceError{Kind: ErrCoverage, Place: fmt.Sprintf("limits[%d].fact", i), Value: l.Fact, Why: "can never be true: " + why})
		}
	}
	return errs
}

// clash says how one of the facts that must be true with a fact bars another of them; "" if
// none does.
func clash(names []string, takes []bool, bars [][]int, fact int) string {
	for one, taken := range takes {
		if !taken {
			continue
		}
		for _, other := range bars[one] {
			switch {
			case !takes[other]:
			case one == fact && other == fact:
				return "it bars itself"
			case one == fact:
				return "it needs " + names[other] + ", and bars it"
			case other == fact:
				return "it needs " + names[one] + ", which bars it"
			case one == other:
				return "it needs " + names[one] + ", which bars itself"
			default:
				return fmt.Sprintf("it needs %s and %s, and the one bars the other", names[one], names[other])
			}
		}
	}
	return ""
}

// violations returns how facts contradict a limit.
func (l *FactLimit) violations(facts map[string]bool) (errs []error) {
	if !facts[l.Fact] {
		return nil
	}
	place := "facts[" + l.Fact + "]"
	for _, name := range l.Needs {
		if !facts[name] {
			errs = append(errs, &PlaceError{Kind: ErrFacts, Place: place, Value: "true", Why: fmt.Sprintf("is possible only with %s; write that as true too, or leave %s out", name, l.Fact)})
		}
	}
	for _, name := range l.Bars {
		if facts[name] {
			errs = append(errs, &PlaceError{Kind: ErrFacts, Place: place, Value: "true", Why: fmt.Sprintf("is not possible together with %s; write one of them as false", name)})
		}
	}
	return errs
}
