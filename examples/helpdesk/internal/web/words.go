package web

import (
	"fmt"
	"strings"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// An instant is an instant as pages show it: for people, for programs, and how far away it
// is.
type instant struct {
	Text string // "Mon 2 Mar 2026, 09:00"
	Zone string // "+01:00"
	ISO  string
	// Away is the time until then, "in 2 h 5 min" or "2 h 5 min ago".
	Away string
	Past bool
}

// show returns an instant in a zone.
func show(t time.Time, loc *time.Location, now time.Time) *instant {
	t = t.In(loc)
	layout := "Mon 2 Jan 2006, 15:04"
	if t.Second() != 0 || t.Nanosecond() != 0 {
		layout = "Mon 2 Jan 2006, 15:04:05"
	}
	return &instant{
		Text: t.Format(layout), Zone: t.Format("-07:00"), ISO: string(calendar.AppendTime(nil, t)),
		Away: away(t.Sub(now)), Past: t.Before(now),
	}
}

// moment returns an instant. If it is unknown or there is none, moment returns nil and the
// reason.
func moment(m calendar.Moment, loc *time.Location, now time.Time) (*instant, string) {
	if t, ok := m.Get(); ok {
		return show(t, loc, now), ""
	}
	if why := m.Unknown(); why != nil {
		return nil, why.Error()
	}
	return nil, ""
}

// away says how far away an instant is. The countdown in the pages says it in the
// same words.
func away(d time.Duration) string {
	if d < 0 {
		return roughly(-d) + " ago"
	}
	return "in " + roughly(d)
}

// roughly returns a duration in its two largest units, rounded down.
func roughly(d time.Duration) string {
	s := int64(d / time.Second)
	switch {
	case s >= 86400:
		return fmt.Sprintf("%d d %d h", s/86400, s%86400/3600)
	case s >= 3600:
		return fmt.Sprintf("%d h %d min", s/3600, s%3600/60)
	case s >= 60:
		return fmt.Sprintf("%d min %d s", s/60, s%60)
	}
	return fmt.Sprintf("%d s", s)
}

// exactly returns a working time for people, to the second: "1 h 10 min".
func exactly(d time.Duration) string {
	sign := ""
	if d < 0 {
		sign, d = "−", -d
	}
	s := int64(d / time.Second)
	var parts []string
	for _, u := range []struct {
		name string
		n    int64
	}{{"h", s / 3600}, {"min", s % 3600 / 60}, {"s", s % 60}} {
		if u.n != 0 {
			parts = append(parts, fmt.Sprintf("%d %s", u.n, u.name))
		}
	}
	if len(parts) == 0 {
		return "0 s"
	}
	return sign + strings.Join(parts, " ")
}

// length returns a working time that may be unknown or none.
func length(l policy.Length) string {
	if d, ok := l.Get(); ok {
		return exactly(d)
	}
	if l.Unknown() != nil {
		return "unknown"
	}
	return ""
}

// human returns a name for people: "info requested".
func human(name string) string { return strings.ReplaceAll(name, "_", " ") }
