package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// weekdays are the names of the days of a week in a document, by [time.Weekday].
var weekdays = [...]string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// midnight reports windows that end just before midnight and were surely meant to end at
// midnight.
func (d *dated) midnight(f *found, place string) {
	type early struct {
		place, ends, write string
		on                 []string
	}
	var all []early
	look := func(place, day string, windows []calendar.Window) {
		for i, w := range windows {
			left := (48*time.Hour - w.Close) % (24 * time.Hour)
			if left != time.Minute && left != time.Second {
				continue
			}
			_, ends, _ := strings.Cut(w.String(), "-")
			k := slices.IndexFunc(all, func(e early) bool { return e.ends == ends })
			if k < 0 {
				k = len(all)
				all = append(all, early{fmt.Sprintf("%s[%d]", place, i), ends, strconv.Itoa(int((w.Close+left)/time.Hour)) + ":00", nil})
			}
			if !slices.Contains(all[k].on, day) {
				all[k].on = append(all[k].on, day)
			}
		}
	}
	week := func(place string, w *calendar.Week) {
		for i := range w {
			k := (i + 1) % len(w) // beginning with Monday
			look(strictjson.Inside(place, weekdays[k]), weekdays[k], w[k])
		}
	}
	week(place+".week", &d.config.Week)
	for i := range d.config.Changes {
		week(fmt.Sprintf("%s.changes[%d].week", place, i), &d.config.Changes[i].Week)
	}
	special := make(map[string]calendar.Date, len(d.config.Special))
	for day := range d.config.Special {
		special[day.String()] = day
	}
	for _, day := range sortedKeys(special) {
		look(strictjson.Inside(place+".special", day), day, d.config.Special[special[day]])
	}
	for _, e := range all {
		f.say(Warning, "closes-before-midnight", e.place, fmt.Sprintf("%s closes at %s on %s", d.name, e.ends, list(e.on)),
			"what is left of the day until midnight is no working time", "write "+e.write)
	}
}
