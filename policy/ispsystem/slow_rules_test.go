package ispsystem_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// TestSlowTwinRules holds the twin against rows that were worked out from the
// rules by hand, for corners that neither the worked cases nor the goldens
// hold because the rules only just reach them. All is on VMmanager or
// BILLmanager, Standard, on days of one month. An event is written
// "day hh:mm kind [severity]", and a row of the answer
// "metric round severity: start > due, state [at stop]".
func TestSlowTwinRules(t *testing.T) {
	tests := []struct {
		name    string
		product string // VMmanager by default
		month   string // March 2026 by default, whose 2nd is a Monday
		country string // NONE by default
		asOf    string // the last event's instant by default
		events  []string
		want    []string
	}{
		{
			name:    "ISP-1 due after hours with nothing left, developers needed before it: not moved, in either direction",
			product: "BILLmanager",
			asOf:    "3 22:00",
			events:  []string{"2 00:00 reported Low", "2 00:00 registered", "3 13:00 severity_changed Emergency", "3 15:00 severity_changed High", "3 19:00 development_required"},
			want:    []string{"response 1 High: 2 00:00 > 3 21:00, breached"},
		},
		{
			name:    "G9 an Emergency beyond the known days against an unknown instant: unknown",
			month:   "2026-12",
			country: "MY-14",
			asOf:    "31 16:30",
			events:  []string{"31 10:00 reported High", "31 10:00 registered", "31 10:00 development_required", "31 16:00 severity_changed Emergency"},
			want:    []string{"response 1 Emergency: 31 10:00 > unknown, running"},
		},
		{
			name:    "G9 on the last known day it is the earlier all the same",
			month:   "2026-12",
			country: "MY-14",
			asOf:    "31 16:30",
			events:  []string{"31 10:00 reported High", "31 10:00 registered", "31 10:00 development_required", "31 15:59 severity_changed Emergency"},
			want:    []string{"response 1 Emergency: 31 10:00 > 31 23:59, running"},
		},
		{
			name:   "ISP-5, ISP-3 what was asked for before it was forwarded is waited for still",
			events: []string{"2 00:00 reported High", "2 00:00 registered", "2 01:00 info_requested", "2 02:00 forwarded", "2 03:00 closed", "2 04:00 reopened", "2 05:00 responded", "2 06:00 customer_replied"},
			want: []string{
				"response 1 High: 2 00:00 > 2 16:00, met at 2 01:00", "auto_close 1 High: 2 01:00 > 10 00:00, cancelled at 2 02:00",
				"response 2 High: 2 04:00 > 2 20:00, met at 2 05:00", "auto_close 2 High: 2 05:00 > 10 00:00, cancelled at 2 06:00",
			},
		},
		{
			name:   "ISP-5, ISP-3 and arrives at the relevant team as well",
			events: []string{"2 00:00 reported High", "2 00:00 registered", "2 01:00 info_requested", "2 02:00 forwarded", "2 02:30 info_received", "2 03:00 closed", "2 04:00 reopened", "2 05:00 responded", "2 06:00 customer_replied"},
			want: []string{
				"response 1 High: 2 00:00 > 2 16:00, met at 2 01:00", "auto_close 1 High: 2 01:00 > 10 00:00, cancelled at 2 02:00",
				"response 2 High: 2 04:00 > 2 20:00, met at 2 05:00", "auto_close 2 High: 2 05:00 > 10 00:00, cancelled at 2 06:00",
				"response 3 High: 2 06:00 > 2 22:00, running",
			},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			month, product, country := "2026-03", "VMmanager", "NONE"
			if tt.month != "" {
				month = tt.month
			}
			if tt.product != "" {
				product = tt.product
			}
			if tt.country != "" {
				country = tt.country
			}
			instant := func(day, clock string) time.Time {
				at, err := time.Parse(time.RFC3339, fmt.Sprintf("%s-%02sT%s:00Z", month, day, clock))
				if err != nil {
					t.Fatal(err)
				}
				return at
			}
			spec := agreementtest.Spec{Agreement: "ispsystem", Customer: map[string]any{"product": product, "tier": "Standard", "country": country}}
			for _, text := range tt.events {
				word := strings.Fields(text)
				event := agreementtest.SpecEvent{At: instant(word[0], word[1]), Kind: word[2]}
				if len(word) > 3 {
					event.Severity = word[3]
				}
				spec.Events = append(spec.Events, event)
			}
			if word := strings.Fields(tt.asOf); len(word) == 2 {
				spec.AsOf = instant(word[0], word[1])
			}
			var got []string
			for _, c := range slowAnswer(spec.Line()).Clocks {
				got = append(got, rowText(c))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// rowText is a row of the answer, short enough to be read in a table.
func rowText(c slowClock) string {
	short := func(at *time.Time) string {
		if at == nil {
			return "unknown"
		}
		return at.Format("2 15:04")
	}
	text := fmt.Sprintf("%s %d %s: ", c.Metric, c.Round, c.Severity)
	if c.Started != nil {
		text += short(c.Started) + " > " + short(c.Due) + ", "
	}
	text += c.State
	if c.Stopped != nil {
		text += " at " + short(c.Stopped)
	}
	if c.WaitingFor != "" {
		text += " for " + c.WaitingFor
	}
	return text
}
