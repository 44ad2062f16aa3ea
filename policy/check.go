package policy

import (
	"fmt"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar/enum"
)

// inOrder checks a ticket's events and returns them in the order of time. Those at one
// instant stay as they are given. They have no monotonic clock readings, since an answer
// must be the same for the events as they come back from a database (G10).
func (p *Policy) inOrder(events []Event) ([]Event, error) {
	if p.regular(events) {
		return events, nil
	}
	events = onWallClock(events)
	sorted, err := p.check(events)
	if err != nil {
		return nil, err
	}
	if !sorted {
		events = slices.Clone(events)
		// Stable: events at one instant keep the order in which they were given (G10).
		slices.SortStableFunc(events, func(a, b Event) int { return a.At.Compare(b.At) })
	}
	return events, nil
}

// onWallClock returns events without monotonic clock readings, as copies if any has one.
func onWallClock(events []Event) []Event {
	if !slices.ContainsFunc(events, func(e Event) bool { return hasReading(e.At) }) {
		return events
	}
	events = slices.Clone(events)
	for i := range events {
		events[i].At = events[i].At.Round(0)
	}
	return events
}

// hasReading reports whether an instant has a monotonic clock reading, as those of time.Now
// have.
func hasReading(at time.Time) bool { return at != at.Round(0) }

// regular reports whether a ticket's events are as those of most tickets: the report comes
// first, none comes before the one before it, and each has what events of its kind have,
// and an instant without a monotonic clock reading.
// Of others check says what is wrong, if anything is.
func (p *Policy) regular(events []Event) bool {
	if p == nil || len(events) == 0 || events[0].Kind != Reported {
		return false
	}
	before := int64(firstSecond)
	for i := range events {
		e := &events[i]
		if int(e.Kind) >= len(p.hears) || e.Kind == Reported && i > 0 {
			return false
		}
		h := &p.hears[e.Kind]
		if e.Severity.Scale() != h.scale || e.Channel < h.least || e.Channel > h.most {
			return false
		}
		sec := e.At.Unix()
		if sec <= before && (sec < before || i == 0 || e.At.Nanosecond() < events[i-1].At.Nanosecond()) {
			return false
		}
		if before = sec; hasReading(e.At) {
			return false
		}
	}
	return before <= lastSecond
}

// check says what is wrong with a ticket's events, and whether no event comes after a
// later one.
func (p *Policy) check(events []Event) (sorted bool, err error) {
	if p == nil || p.agreement.Scale == nil {
		return false, errUnmade()
	}
	if len(events) == 0 {
		return false, noEvents()
	}
	report, first := -1, 0
	sorted = true
	for i := range events {
		e := &events[i]
		if err := p.checkEvent(i, e, report); err != nil {
			return false, err
		}
		if e.Kind == Reported {
			report = i
		}
		sorted = sorted && (i == 0 || !e.At.Before(events[i-1].At))
	}
	if !sorted {
		for i := range events {
			if events[i].At.Before(events[first].At) {
				first = i
			}
		}
	}
	if report < 0 {
		return false, noReport()
	}
	if e := &events[first]; e.Kind != Reported {
		why := fmt.Sprintf("comes before events[%d], reported, which must be the first", report)
		if e.At.Equal(events[report].At) {
			why = fmt.Sprintf("is that of events[%d], reported, which must be the first; at one instant the order of the list counts, so write reported before it", report)
		}
		return false, bad(first, ".at", e.At.Format(time.RFC3339Nano), why)
	}
	return sorted, nil
}

// checkEvent says what is wrong with event i; report is the index of the report before
// it, or -1.
func (p *Policy) checkEvent(i int, e *Event, report int) error {
	severe := severeKinds.Has(e.Kind)
	switch {
	case e.Kind == 0:
		return bad(i, ".kind", "", "is missing; write the kind of event")
	case !p.kinds.Has(e.Kind):
		return bad(i, ".kind", e.Kind.String(), "is not a kind of event")
	case outside(e.At):
		return badInstant(fmt.Sprintf("events[%d].at", i), e.At)
	case severe && e.Severity.Scale() != p.agreement.Scale, !severe && !e.Severity.IsZero():
		return p.badSeverity(i, e)
	case e.Channel != 0 && (!channelNames.Has(e.Channel) || !channelKinds.Has(e.Kind)):
		return badChannel(i, e)
	case e.Kind == Reported && e.Channel == 0 && p.agreement.ReportNeedsChannel:
		return badChannel(i, e)
	case e.Kind == Reported && report >= 0:
		return bad(i, ".kind", "reported", fmt.Sprintf("is there already, events[%d]; a later call or mail is contacted, a new start is reopened", report))
	}
	return nil
}

// The years 1 to 9999 in UTC, as seconds of Unix time: what has dates.
const (
	firstSecond = -62135596800 // 0001-01-01T00:00:00Z
	lastSecond  = 253402300799 // 9999-12-31T23:59:59Z
)

// outside reports whether an instant is not of these years, or is the zero time, which
// nobody has set.
func outside(at time.Time) bool {
	return at.IsZero() || at.Unix() < firstSecond || at.Unix() > lastSecond
}

// badInstant says what is wrong with an instant that no calendar can tell anything
// of. The zero time is one that nobody has set: it is none, not the first of all.
func badInstant(place string, at time.Time) error {
	if at.IsZero() {
		return &PlaceError{Kind: ErrEvents, Place: place, Why: "is missing; write the instant"}
	}
	return &PlaceError{Kind: ErrEvents, Place: place, Value: at.UTC().Format(time.RFC3339Nano), Why: "is outside the years 1 to 9999"}
}

// badSeverity says what is wrong with the severity of an event.
func (p *Policy) badSeverity(i int, e *Event) error {
	switch {
	case e.Severity.IsZero():
		return bad(i, ".severity", "", "is missing: "+e.Kind.String()+" carries a severity")
	case !severeKinds.Has(e.Kind):
		return bad(i, ".severity", e.Severity.String(), notThere(e.Kind.String(), "severity"))
	}
	return bad(i, ".severity", e.Severity.String(), "is of another scale than the agreement's")
}

// badChannel says what is wrong with the channel of an event.
func badChannel(i int, e *Event) error {
	switch {
	case e.Channel == 0:
		return bad(i, ".channel", "", "is missing: a clause asks for the channel of a report; write "+enum.Either(channelNames.All()))
	case !channelNames.Has(e.Channel):
		return bad(i, ".channel", e.Channel.String(), "is not a channel")
	}
	return bad(i, ".channel", e.Channel.String(), notThere(e.Kind.String(), "channel"))
}

// notThere says that events of a kind do not have what one has.
func notThere(kind, what string) string { return "must not be there: " + kind + " carries no " + what }

// noEvents says that a ticket has none.
func noEvents() error { return bad(-1, "", "", "a ticket has at least the event reported") }

// noReport says that none of a ticket's events is its report.
func noReport() error { return bad(-1, "", "", "none is reported; it opens a ticket") }

// errUnmade is the error of the zero Policy, and of a nil one.
func errUnmade() error { return wrong("agreement", "", "is missing; make the Policy with New") }

// bad says what is wrong with an event, or, at -1, with the whole list.
func bad(i int, field, value, why string) error {
	place := "events"
	if i >= 0 {
		place = fmt.Sprintf("events[%d]%s", i, field)
	}
	return &PlaceError{Kind: ErrEvents, Place: place, Value: value, Why: why}
}
