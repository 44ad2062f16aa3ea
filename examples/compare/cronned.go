package compare

import (
	"fmt"
	"strings"
	"time"

	"github.com/robfig/cron/v3"
)

// cronned is robfig/cron, which knows when a job runs next: the opening is the job. It has no
// holidays, so a loop skips them, and its jobs have no length, so it cannot answer the other
// questions.
func cronned(d Desk, loc *time.Location) (Peer, error) {
	names := make([]string, len(d.Days))
	for i, day := range d.Days {
		names[i] = day.String()[:3]
	}
	minutes := int(d.Open.Minutes())
	opening, err := cron.ParseStandard(fmt.Sprintf("%d %d * * %s", minutes%60, minutes/60, strings.Join(names, ",")))
	if err != nil {
		return Peer{}, err
	}
	// What CRON_TZ does, but CRON_TZ asks the machine for the zone.
	opening.(*cron.SpecSchedule).Location = loc
	holiday := map[time.Time]bool{}
	for _, h := range d.dates(time.UTC) {
		holiday[h] = true
	}
	return Peer{
		Name: "robfig/cron",
		NextOpen: func(t time.Time) time.Time {
			for t = opening.Next(t.Add(-1)); holiday[time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)]; {
				t = opening.Next(t)
			}
			return t
		},
	}, nil
}
