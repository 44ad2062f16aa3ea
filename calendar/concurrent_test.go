package calendar_test

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
)

// TestConcurrentUse: many goroutines ask a calendar that nobody has asked yet,
// each in another order, and get the answers that one alone gets. The race
// detector watches.
func TestConcurrentUse(t *testing.T) {
	office := func() *calendar.Calendar {
		cfg := berlinOffice()
		cfg.HolidaysFrom, cfg.HolidaysThrough = on("2000-01-01"), on("2040-12-31")
		return makeCalendar(t, cfg)
	}
	union := func() *calendar.Calendar {
		a, b, c := hubs(t)
		return must[*calendar.Calendar](t)(calendar.Difference(must[*calendar.Calendar](t)(calendar.Union(a, b, c)), berlin(t, night())))
	}
	var questions []question
	for _, start := range []string{
		"2001-03-02T12:00:00Z", "2026-03-02T12:00:00Z", "2026-03-28T23:59:59.5Z", "2027-01-01T00:00:00Z", "2039-06-01T12:00:00Z", "2012-02-29T03:00:00Z",
	} {
		questions = append(questions, []question{
			{"add", start, "8h", ""}, {"add", start, "1500h", ""}, {"sub", start, "1500h", ""}, {"between", start, "2026-06-01T12:00:00Z", ""},
			{"is_open", start, "", ""}, {"next_open", start, "", ""}, {"prev_close", start, "", ""}, {"close_of_business", start, "7", ""},
			{"same_time", start, "-300", ""}, {"working_time", start, "2", ""}, {"first_window", start, "", ""},
		}...)
	}
	for name, fresh := range map[string]func() *calendar.Calendar{"office": office, "union": union} {
		alone := fresh()
		want := make([]string, len(questions))
		for i, q := range questions {
			want[i] = ask(alone, q)
		}
		c := fresh()
		const goroutines = 16
		got := make([][]string, goroutines)
		prints := make([]string, goroutines)
		var start, done sync.WaitGroup
		start.Add(1)
		for g := range got {
			done.Add(1)
			go func() {
				defer done.Done()
				start.Wait()
				got[g] = make([]string, len(questions))
				for i := range questions {
					k := (i*7 + g*5) % len(questions) // 7 has no divisor in common with 66
					got[g][k] = ask(c, questions[k])
				}
				if name == "office" && g%4 == 0 {
					prints[g] = c.Fingerprint()
				}
			}()
		}
		start.Done()
		done.Wait()
		for g := range got {
			if diff := cmp.Diff(want, got[g]); diff != "" {
				t.Errorf("%s, goroutine %d: %s", name, g, diff)
			}
			if prints[g] != prints[g%4] {
				t.Errorf("%s, goroutine %d: another fingerprint", name, g)
			}
		}
	}
}
