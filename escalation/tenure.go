package escalation

import (
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A Tenure is a stretch of time in which one region, or the on-call service, owns a
// ticket, or in which its owner is not known. The zero Tenure stands for no such stretch.
type Tenure struct {
	From   time.Time // included
	Until  time.Time // excluded, and after From
	Region string    // the name of a region, or OnCall; "" if the owner is not known
	// Calendar has the business hours of the region. It is nil for OnCall, which has
	// none, and if the owner is not known.
	Calendar *calendar.Calendar
	unknown  *calendar.CoverageError
}

// Unknown returns why the owner is not known (G9), a [*calendar.CoverageError],
// or nil.
func (t Tenure) Unknown() error {
	if t.unknown == nil {
		return nil
	}
	return t.unknown
}

// Tenures lets time pass like [Watch.Advance] and returns who owned the ticket from the
// instant last given to Receive, Advance or Tenures to until: stretch after stretch,
// without gaps. There is none while nobody owns the ticket, and none if until is not
// after that instant.
//
// If unknown holidays leave open who owns the ticket (G9), the owner is unknown from the
// first instant at which a region that would have taken the ticket over may have opened,
// until the default region opens for certain or the owner is settled anew.
func (w *Watch) Tenures(until time.Time) ([]Tenure, error) {
	if w == nil {
		return nil, nil
	}
	var all []Tenure
	for {
		if err := w.look(); err != nil {
			return nil, err
		}
		if !w.following.ok || w.following.at.After(until) {
			all = w.appendTenure(all, until)
			w.told = until
			return all, nil
		}
		all = w.appendTenure(all, w.following.at)
		w.told = w.following.at
		if err := w.follow(); err != nil {
			return nil, err
		}
	}
}

// appendTenure appends the tenure of the present owner from w.told to an instant
// that is not after the next hand-over.
func (w *Watch) appendTenure(all []Tenure, until time.Time) []Tenure {
	from, sure, why := w.told, until, w.doubt.why
	if w.rota == nil || w.owner == nobody && why == nil || !from.Before(until) {
		return all
	}
	if why != nil && w.doubt.from.Before(until) {
		sure = w.doubt.from
	}
	if from.Before(sure) {
		t := Tenure{From: from, Until: sure, Region: w.rota.name(w.owner)}
		if w.owner != onCall {
			t.Calendar = w.rota.regions[w.owner].Calendar
		}
		all, from = append(all, t), sure
	}
	if from.Before(until) {
		all = append(all, Tenure{From: from, Until: until, unknown: why})
	}
	return all
}
