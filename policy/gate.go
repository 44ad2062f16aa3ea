package policy

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Gate says which reports start a clock at once. Any other report leaves it waiting: for
// the customer to use another channel (T2), for an event, or for an opening. The zero Gate
// lets every report through.
type Gate struct {
	// Event is an event for which a clock waits after any report; a reopening counts as
	// that event. The zero Kind stands for no event.
	Event Kind
	// Accepts is the set of channels of the reports that start the clock, and of the
	// customer's calls and mails that start it later. The zero Channels accepts all.
	Accepts  Channels
	WaitsFor Channel // the channel that the answer names as missing
	// OffDays is the name of a calendar. If it is set, the gate is closed only to reports
	// on a date that is not a business day of that calendar.
	OffDays string
	// If Opens is set, the clock starts by itself at the first opening of OffDays after the
	// report.
	Opens bool
	// Clause is the clause that the reasons cite for the gate; if it is empty, they cite
	// that of the target.
	Clause string
}

// closed reports whether the gate keeps a report out, and when it opens by
// itself: at a known instant, at an unknown one, or not at all (PUR-2, CUM-3, CUM-4).
func (g *target) closed(at time.Time, channel Channel, reopened bool) (closed bool, opens calendar.Moment, err error) {
	switch {
	case g.Gate.Event != 0:
		return !reopened, calendar.Moment{}, nil
	case g.Gate.Accepts.Accept(channel):
		return false, calendar.Moment{}, nil
	case g.offDays == nil:
		return true, calendar.Moment{}, nil
	}
	day, err := g.offDays.Date(at)
	if err != nil {
		return false, calendar.Moment{}, err
	}
	business, err := g.offDays.IsBusinessDay(day)
	switch {
	case err == nil && business:
		return false, calendar.Moment{}, nil
	case err != nil || g.Gate.Opens:
		// Where it is not known whether the gate is closed, what opens it is
		// not known either.
		if err == nil {
			at, err = g.offDays.NextOpen(at)
		}
		opens, err = calendar.MomentOf(at, err)
		return true, opens, err
	}
	return true, calendar.Moment{}, nil
}

// shut reports whether a gate that opens by itself at an unknown instant was certainly
// closed from a report through another instant.
func (g *target) shut(report, through time.Time) bool {
	day, err := g.offDays.Date(report)
	if err == nil {
		_, err = g.offDays.IsBusinessDay(day)
	}
	if err == nil {
		_, err = g.offDays.Between(report, through.Add(1)) // an opening at that instant would have come first (G10)
	}
	return err == nil
}

// waitsFor names what a clock behind the gate waits for.
func (p *Policy) waitsFor(g *Gate) string {
	if g.Event != 0 {
		return p.agreement.kindName(g.Event)
	}
	return g.WaitsFor.String()
}
