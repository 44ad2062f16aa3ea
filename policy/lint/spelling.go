package lint

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/document"
)

// day is the length of what a document calls a day, without "business" or "calendar".
const day = 24 * time.Hour

// inDays reports whether a measure is written in days of 24 hours, neither business days
// nor calendar days.
func inDays(m document.Measure) bool {
	_, unit, _ := strings.Cut(m.Text, " ")
	return unit == "day" || unit == "days"
}

// spelled returns, by place, which measures of a version are written in days of 24 hours.
func (v *version) spelled() map[string]bool {
	days := map[string]bool{}
	note := func(m document.Measure, format string, a ...any) {
		if inDays(m) {
			days[fmt.Sprintf(format, a...)] = true
		}
	}
	for i := range v.v.Metrics {
		m := &v.v.Metrics[i]
		for k := range m.Targets {
			note(m.Targets[k].Measure, "metrics[%d].targets[%d].measure", i, k)
		}
		for k := range m.Thresholds {
			note(m.Thresholds[k].Before, "metrics[%d].thresholds[%d].before", i, k)
			note(m.Thresholds[k].After, "metrics[%d].thresholds[%d].after", i, k)
		}
	}
	for i := range v.v.Ladders {
		l := &v.v.Ladders[i]
		for k := range l.Steps {
			note(l.Steps[k].After, "ladders[%d].steps[%d].after", i, k)
		}
		if l.Repeat != nil {
			note(l.Repeat.Every, "ladders[%d].repeat.every", i)
		}
	}
	return days
}

// checkDays looks for a time that is written in days of 24 hours and counted in working
// hours. Without a text, as for an agreement made in Go, that may have been meant, and is a
// Note.
func (v *view) checkDays(f *found, place string, length time.Duration, hours *calendar.Calendar, calendarDays bool) {
	if length < day || length%day != 0 || v.spelled != nil && !v.spelled[place] || v.of(hours).always || v.of(hours).never != nil {
		return
	}
	n, working := int(length/day), fmt.Sprintf("%dh", length/time.Hour)
	consequence := ""
	for _, start := range v.starts {
		if open, err := hours.IsOpen(start); err != nil || !open {
			continue
		}
		if at, err := hours.Add(start, length); err == nil {
			consequence = fmt.Sprintf("from %s it lasts until %s", stamp(start, hours.Location()), stamp(at, hours.Location()))
			break
		}
	}
	instead := plural(n, "business day")
	if calendarDays {
		instead += ", " + plural(n, "calendar day")
	}
	severity, remedy := Warning, "write "+instead+" or "+working
	if v.spelled == nil {
		severity, remedy = Note, "take "+instead+", or leave it if "+working+" of working time are meant"
	}
	verb := "are"
	if n == 1 {
		verb = "is"
	}
	f.say(severity, "days-on-working-hours", place,
		fmt.Sprintf("%s of 24 hours %s %s of working time on a calendar that is not open round the clock", plural(n, "day"), verb, working), consequence, remedy)
}

// plural returns a number with its noun.
func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return strconv.Itoa(n) + " " + what + "s"
}
