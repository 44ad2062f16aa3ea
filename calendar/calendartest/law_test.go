package calendartest_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/calendartest"
	"pgregory.net/rapid"
)

// TestPropG1_LawsHold checks every law on plain calendars of all kinds.
func TestPropG1_LawsHold(t *testing.T) {
	for _, law := range calendartest.AllLaws() {
		t.Run(law.Name, rapid.MakeCheck(func(t *rapid.T) {
			law.Check(t, calendartest.Plain().Draw(t, "calendar"))
		}))
	}
}

// TestPropG2a_LawsHoldForCombinations checks the laws on a few combinations. It
// does not draw them, as a new one is much dearer than a question to an old one.
func TestPropG2a_LawsHoldForCombinations(t *testing.T) {
	for seed := range 2 {
		a := calendartest.Plain().Example(seed)
		b := calendartest.Plain().Example(seed + 100)
		union, err1 := calendar.Union(a, b)
		both, err2 := calendar.Intersection(a, b)
		rest, err3 := calendar.Difference(a, b)
		if err := errors.Join(err1, err2, err3); err != nil {
			t.Fatal(err)
		}
		t.Run(fmt.Sprintf("Union%d", seed), func(t *testing.T) { calendartest.Laws(t, union) })
		t.Run(fmt.Sprintf("Intersection%d", seed), func(t *testing.T) { calendartest.Laws(t, both) })
		t.Run(fmt.Sprintf("Difference%d", seed), func(t *testing.T) { calendartest.Laws(t, rest) })
	}
}

// TestG1_LawsOfOneCalendar runs the suite as a user does.
func TestG1_LawsOfOneCalendar(t *testing.T) {
	c, err := calendar.New(calendar.Config{Zone: "America/Havana", Week: calendar.Daily(22*time.Hour, 30*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	calendartest.Laws(t, c)
}

func TestLawsAreNamed(t *testing.T) {
	seen := map[string]bool{}
	for _, law := range calendartest.AllLaws() {
		if law.Name == "" || law.Says == "" || law.Check == nil || seen[law.Name] {
			t.Errorf("law %q: has no name, no words or no check, or is there twice", law.Name)
		}
		seen[law.Name] = true
	}
}
