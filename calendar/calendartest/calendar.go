package calendartest

import (
	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// Calendars generates calendars made from [Configs], and combinations of them: unions,
// intersections and differences, up to two levels deep.
func Calendars() *rapid.Generator[*calendar.Calendar] {
	return calendars(2)
}

// Plain generates calendars made from [Configs], without combinations.
func Plain() *rapid.Generator[*calendar.Calendar] {
	return rapid.Custom(func(t *rapid.T) *calendar.Calendar {
		return made(t)(calendar.New(Configs().Draw(t, "config")))
	})
}

func calendars(depth int) *rapid.Generator[*calendar.Calendar] {
	return rapid.Custom(func(t *rapid.T) *calendar.Calendar {
		kind := rapid.IntRange(0, 5).Draw(t, "kind of calendar")
		if depth == 0 || kind < 3 {
			return Plain().Draw(t, "plain calendar")
		}
		a := calendars(depth-1).Draw(t, "first")
		b := calendars(depth-1).Draw(t, "second")
		switch kind {
		case 3:
			return made(t)(calendar.Union(a, b))
		case 4:
			return made(t)(calendar.Intersection(a, b))
		}
		return made(t)(calendar.Difference(a, b))
	})
}

// made returns a function that fails t if a calendar could not be made: the generators
// have promised a valid description.
func made(t *rapid.T) func(*calendar.Calendar, error) *calendar.Calendar {
	return func(c *calendar.Calendar, err error) *calendar.Calendar {
		if err != nil {
			t.Fatalf("calendartest: a generated calendar is refused: %v", err)
		}
		return c
	}
}
