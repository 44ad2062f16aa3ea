package calendar_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// A slowMix is the twin of a combination. It decides each instant by itself, in
// three-valued logic: with closed, unknown and open as 0, 1 and 2, a union is
// the greater of two states, an intersection the smaller, and a difference the
// smaller of the first and the opposite of the second.
type slowMix struct {
	a, b slowTwin
	op   slowOp
}

type slowOp uint8

const (
	slowUnion slowOp = iota
	slowIntersection
	slowDifference
)

func (m *slowMix) location() *time.Location { return m.a.location() }

func (m *slowMix) bounds(a, b time.Time) []time.Time {
	return append(m.a.bounds(a, b), m.b.bounds(a, b)...)
}

func (m *slowMix) at(t time.Time) slowState {
	a, b := m.a.at(t), m.b.at(t)
	switch m.op {
	case slowUnion:
		return max(a, b)
	case slowIntersection:
		return min(a, b)
	}
	return min(a, slowOpen-b)
}

func (m *slowMix) reach() (first, last int) {
	firstA, lastA := m.a.reach()
	firstB, lastB := m.b.reach()
	switch m.op {
	case slowUnion:
		return min(firstA, firstB), max(lastA, lastB)
	case slowIntersection:
		return max(firstA, firstB), min(lastA, lastB)
	}
	return firstA, lastA
}

func (m *slowMix) settled() (first, last int) {
	firstA, lastA := m.a.settled()
	firstB, lastB := m.b.settled()
	return min(firstA, firstB), max(lastA, lastB)
}

// A slowCombined is a combination with its twin and the configs in it.
type slowCombined struct {
	c    *calendar.Calendar
	s    slowTwin
	cfgs []calendar.Config
}

func slowCombinations() *rapid.Generator[slowCombined] {
	return rapid.Custom(func(t *rapid.T) (m slowCombined) {
		m.c, m.s = slowCombination(t, 2, &m.cfgs)
		return m
	})
}

// TestPropG2a_AlgebraMatchesSlowTwin asks a few dozen combinations many
// questions: a new combination is much dearer than a question to an old one.
// FuzzCalendar makes new ones.
func TestPropG2a_AlgebraMatchesSlowTwin(t *testing.T) {
	var few []slowCombined
	for seed := range 24 {
		few = append(few, slowCombinations().Example(seed))
	}
	rapid.Check(t, func(t *rapid.T) {
		few[rapid.IntRange(0, len(few)-1).Draw(t, "combination")].compare(t)
	})
}

func propSlowAlgebra(t *rapid.T) {
	slowCombinations().Draw(t, "combination").compare(t)
}

// compare asks everything but what needs a day's own windows.
func (m slowCombined) compare(t *rapid.T) {
	c, s := m.c, m.s
	at := calendartest.InstantsOf(rapid.SampledFrom(m.cfgs).Draw(t, "of which config")).Draw(t, "t")
	d := slowAmount(t, s, at)
	if rapid.Bool().Draw(t, "soon") {
		d %= 50 * time.Hour
	}
	slowCompareIsOpen(t, c, s, at)
	slowCompareNextOpen(t, c, s, at)
	slowComparePrevClose(t, c, s, at)
	slowCompareAdd(t, c, s, at, d)
	slowCompareSub(t, c, s, at, d)
	slowCompareBetween(t, c, s, at, at.Add(d))
}

// slowCombination draws a combination and its twin, and notes the configs of
// the calendars in it.
func slowCombination(t *rapid.T, depth int, cfgs *[]calendar.Config) (*calendar.Calendar, slowTwin) {
	if depth == 0 || depth == 1 && rapid.Bool().Draw(t, "plain") {
		cfg := calendartest.Configs().Draw(t, "config")
		c, err := calendar.New(cfg)
		if err != nil {
			t.Fatalf("New: %v", err)
		}
		*cfgs = append(*cfgs, cfg)
		return c, newSlow(cfg)
	}
	op := slowOp(rapid.IntRange(0, 2).Draw(t, "op"))
	a, twinA := slowCombination(t, depth-1, cfgs)
	b, twinB := slowCombination(t, depth-1, cfgs)
	var c *calendar.Calendar
	var err error
	switch op {
	case slowUnion:
		c, err = calendar.Union(a, b)
	case slowIntersection:
		c, err = calendar.Intersection(a, b)
	default:
		c, err = calendar.Difference(a, b)
	}
	if err != nil {
		t.Fatalf("combination %d: %v", op, err)
	}
	return c, &slowMix{a: twinA, b: twinB, op: op}
}
