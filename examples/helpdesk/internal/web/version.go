package web

import (
	"maps"
	"net/url"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A span is the time in which a version of an agreement is in force.
type span struct {
	from  time.Time // the zero time if it has no beginning
	until time.Time // when the next one comes into force; the zero time if none does
}

// spanAt returns the span of the version in force at an instant; begins has the beginnings of
// all versions, in order.
func spanAt(begins []time.Time, at time.Time) span {
	var in span
	for _, from := range begins {
		if from.After(at) {
			in.until = from
			break
		}
		in.from = from
	}
	return in
}

// past reports whether the version is no longer in force.
func (in span) past(now time.Time) bool { return !in.until.IsZero() && !in.until.After(now) }

// meets reports whether the version is in force at some instant in the given time.
func (in span) meets(from, until time.Time) bool {
	return in.from.Before(until) && (in.until.IsZero() || in.until.After(from))
}

// months returns the first days of the months to show for a version, from the month of an
// instant on: the months in which it is in force or, for a version no longer in force, its
// last ones if that instant would leave fewer than there is room for.
func (in span) months(at, now time.Time, loc *time.Location) []time.Time {
	month := func(t time.Time) time.Time {
		year, month, _ := t.In(loc).Date()
		return time.Date(year, month, 1, 0, 0, 0, 0, time.UTC)
	}
	first := month(at)
	if in.past(now) {
		if latest := month(in.until.Add(-1)).AddDate(0, 1-monthsShown, 0); first.After(latest) {
			first = latest
		}
	}
	if !in.from.IsZero() && first.Before(month(in.from)) {
		first = month(in.from)
	}
	var all []time.Time
	for k := range monthsShown {
		next := first.AddDate(0, k, 0)
		if !in.until.IsZero() && next.After(month(in.until.Add(-1))) {
			break
		}
		if next.Year() >= 1 && next.Year() <= 9999 { // other years have no dates in the library
			all = append(all, next)
		}
	}
	return all
}

// A versionView says when the version on an agreement's page is in force.
type versionView struct {
	From  *instant // if it comes into force later; otherwise nil
	Until *instant // when the next one comes into force; nil if none does
	Past  bool     // it has
	Next  string   // the address of its page
}

func versionViewOf(in span, query url.Values, loc *time.Location, now time.Time) versionView {
	var v versionView
	if in.from.After(now) {
		v.From = show(in.from, loc, now)
	}
	if !in.until.IsZero() {
		v.Until, v.Past, v.Next = show(in.until, loc, now), in.past(now), addressAt(query, in.until)
	}
	return v
}

// addressAt returns the address of the requested page at another instant.
func addressAt(query url.Values, at time.Time) string {
	to := maps.Clone(query)
	to.Set("at", string(calendar.AppendTime(nil, at)))
	return "?" + to.Encode()
}
