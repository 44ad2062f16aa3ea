package purchased_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// TestSlowTwinRules holds the twin against rows that were worked out from the
// rules by hand, for what the worked cases leave out. All is in March 2026,
// whose 2nd is a Monday without a holiday nearby. An event is written
// "day hh:mm kind [severity] [channel]", and a row of the answer
// "metric round severity: start > due, state [at stop]".
func TestSlowTwinRules(t *testing.T) {
	tests := []struct {
		name   string
		change string // the reading of G8, fair by default
		events []string
		want   []string
	}{
		{
			name:   "G8 fair raised: an hour from the change, here the earlier",
			events: []string{"2 10:00 reported 2 email", "2 11:00 severity_changed 1", "2 11:00 customer_replied"},
			want:   []string{"response 1 1: 2 10:00 > 2 12:00, running", "resolution 1 2: 2 10:00 > 9 20:00, running"},
		},
		{
			name:   "G8 from_start raised: an hour from the report, already over",
			change: "from_start",
			events: []string{"2 10:00 reported 2 email", "2 11:30 severity_changed 1", "2 11:31 customer_replied"},
			want:   []string{"response 1 1: 2 10:00 > 2 11:00, breached", "resolution 1 2: 2 10:00 > 9 20:00, running"},
		},
		{
			name:   "G8 from_change raised: an hour from the change, though later",
			change: "from_change",
			events: []string{"2 10:00 reported 2 email", "2 17:30 severity_changed 1"},
			want:   []string{"response 1 1: 2 10:00 > 2 18:30, running", "resolution 1 2: 2 10:00 > 9 20:00, running"},
		},
		{
			name:   "G8 fair lowered: eight business hours from the start, a change at due is in time",
			events: []string{"2 16:00 reported 1 phone", "2 17:00 severity_changed 2"},
			want:   []string{"response 1 2: 2 16:00 > 3 12:00, running", "resolution 1 2: 2 17:00 > 9 20:00, running"},
		},
		{
			name:   "G8 from_change lowered",
			change: "from_change",
			events: []string{"2 16:00 reported 1 phone", "2 16:30 severity_changed 2"},
			want:   []string{"response 1 2: 2 16:00 > 3 12:30, running", "resolution 1 2: 2 16:30 > 9 20:00, running"},
		},
		{
			name:   "G8 overdue keeps its due time, whatever the reading",
			change: "from_change",
			events: []string{"2 09:00 reported 1 phone", "2 10:01 severity_changed 2", "2 10:02 severity_changed 1"},
			want:   []string{"response 1 1: 2 09:00 > 2 10:00, breached", "resolution 1 2: 2 10:01 > 9 20:00, running"},
		},
		{
			name:   "T7 kept through a raise, no second clock at the lowering; T4 lowered away",
			events: []string{"2 10:00 reported 2 email", "2 10:10 responded", "3 10:00 severity_changed 1", "4 10:00 severity_changed 2", "5 10:00 severity_changed 1", "6 10:00 severity_changed 3"},
			want:   []string{"response 1 2: 2 10:00 > 2 18:00, met at 2 10:10", "resolution 1 2: 2 10:00 > 9 20:00, cancelled at 6 10:00"},
		},
		{
			name:   "T4 lowered away after due: breached",
			events: []string{"2 10:00 reported 2 email", "3 10:00 severity_changed 3"},
			want:   []string{"response 1 2: 2 10:00 > 2 18:00, breached at 3 10:00", "resolution 1 2: 2 10:00 > 9 20:00, cancelled at 3 10:00"},
		},
		{
			name:   "PUR-6 a kept clock is met by the workaround of severity 1; T7 a second level, a second round; T12 another workaround",
			events: []string{"2 10:00 reported 2 email", "2 11:00 severity_changed 1", "2 11:30 workaround_accepted", "3 09:00 workaround_accepted", "3 10:00 workaround_accepted"},
			want: []string{
				"response 1 1: 2 10:00 > 2 12:00, met at 2 11:30", "resolution 1 2: 2 10:00 > 9 20:00, met at 2 11:30",
				"resolution 2 2: 2 11:30 > 9 20:00, met at 3 09:00",
			},
		},
		{
			name:   "PUR-2 severity 2 by telephone; T8 raised: starts at the change; T7 what only waits is cancelled",
			events: []string{"2 10:00 reported 2 phone", "2 11:00 severity_changed 1"},
			want:   []string{"response 1 1: 2 11:00 > 2 12:00, running", "resolution 1 2: cancelled at 2 11:00"},
		},
		{
			name:   "T8 lowered: the mail is a report of severity 2, counted from the change",
			events: []string{"2 10:00 reported 1 portal", "2 11:00 contacted email", "2 12:00 severity_changed 2"},
			want:   []string{"response 1 2: 2 12:00 > 2 20:00, running", "resolution 1 2: 2 12:00 > 9 20:00, running"},
		},
		{
			name:   "T7 new metrics start at the change, whatever the channel; T5 waiting ones are cancelled",
			events: []string{"2 10:00 reported 2 phone", "2 11:00 severity_changed 3", "2 12:00 severity_changed 2"},
			want: []string{
				"response 2 2: 2 12:00 > 2 20:00, running", "resolution 2 2: 2 12:00 > 9 20:00, running",
				"response 1 2: cancelled at 2 11:00", "resolution 1 2: cancelled at 2 11:00",
			},
		},
		{
			name:   "T6 a response given at severity 3 stays given, T1 judged by the level then in force",
			events: []string{"2 10:00 reported 3 email", "2 11:00 responded email", "2 12:00 severity_changed 1"},
			want:   nil,
		},
		{
			name:   "T1 a mail at severity 1 is no response, and none after the lowering either",
			events: []string{"2 10:00 reported 1 phone", "2 10:10 responded portal", "2 10:20 severity_changed 2"},
			want:   []string{"response 1 2: 2 10:00 > 2 18:00, running", "resolution 1 2: 2 10:20 > 9 20:00, running"},
		},
		{
			name:   "T1, T5 a call of the supplier meets the waiting response but is no mail of the customer",
			events: []string{"2 10:00 reported 2 phone", "2 11:00 responded phone", "2 12:00 contacted"},
			want:   []string{"response 1 2: met at 2 11:00", "resolution 1 2: waiting for email"},
		},
		{
			name:   "T2 the call starts a severity 1 that came by mail",
			events: []string{"2 22:00 reported 1 email", "2 22:40 contacted", "2 22:50 contacted"},
			want:   []string{"response 1 1: 2 22:40 > 2 23:40, running"},
		},
		{
			name:   "T9, T10 the label alone changes after the end; the channel of the report counts; calls are forgotten",
			events: []string{"2 10:00 reported 3 email", "2 11:00 contacted", "2 12:00 resolved", "2 13:00 workaround_accepted", "2 14:00 severity_changed 1", "2 15:00 contacted", "2 16:00 reopened"},
			want:   []string{"response 1 1: waiting for phone"},
		},
		{
			name:   "T10 a reopened ticket owes a response again; reopening an open one changes nothing; T5 closed while waiting",
			events: []string{"2 10:00 reported 2 email", "2 10:00 reopened phone", "2 11:00 resolved", "2 12:00 closed", "3 09:00 reopened phone", "3 10:00 closed", "4 09:00 reopened"},
			want: []string{
				"response 1 2: 2 10:00 > 2 18:00, met at 2 11:00", "resolution 1 2: 2 10:00 > 9 20:00, met at 2 11:00",
				"response 3 2: 4 09:00 > 4 17:00, running", "resolution 3 2: 4 09:00 > 11 20:00, running",
				"response 2 2: cancelled at 3 10:00", "resolution 2 2: cancelled at 3 10:00",
			},
		},
		{
			name:   "T9 a workaround after the end drops nothing",
			events: []string{"2 10:00 reported 2 email", "2 11:00 closed", "2 12:00 workaround_accepted", "3 09:00 reopened"},
			want: []string{
				"response 1 2: 2 10:00 > 2 18:00, cancelled at 2 11:00", "resolution 1 2: 2 10:00 > 9 20:00, cancelled at 2 11:00",
				"response 2 2: 3 09:00 > 3 17:00, running", "resolution 2 2: 3 09:00 > 10 20:00, running",
			},
		},
		{
			name:   "T10 reopening an open ticket forgets no response",
			events: []string{"2 10:00 reported 2 email", "2 11:00 responded", "2 12:00 reopened", "2 13:00 severity_changed 3", "2 14:00 severity_changed 1"},
			want:   []string{"response 1 2: 2 10:00 > 2 18:00, met at 2 11:00", "resolution 1 2: 2 10:00 > 9 20:00, cancelled at 2 13:00"},
		},
		{
			name:   "G10 events of one instant in the order given: the response is judged before the raise",
			events: []string{"2 10:00 reported 2 email", "2 11:00 responded email", "2 11:00 severity_changed 1"},
			want:   []string{"response 1 2: 2 10:00 > 2 18:00, met at 2 11:00", "resolution 1 2: 2 10:00 > 9 20:00, running"},
		},
		{
			name:   "G10 and after it",
			events: []string{"2 10:00 reported 2 email", "2 11:00 severity_changed 1", "2 11:00 responded email"},
			want:   []string{"response 1 1: 2 10:00 > 2 12:00, running", "resolution 1 2: 2 10:00 > 9 20:00, running"},
		},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			spec := agreementtest.Spec{Agreement: "purchased"}
			if tt.change != "" {
				spec.Readings = map[string]string{"purchased.severity_change": tt.change}
			}
			for _, text := range tt.events {
				word := strings.Fields(text)
				at, err := time.Parse(time.RFC3339, fmt.Sprintf("2026-03-%02sT%s:00-05:00", word[0], word[1]))
				if err != nil {
					t.Fatal(err)
				}
				event := agreementtest.SpecEvent{At: at, Kind: word[2]}
				for _, extra := range word[3:] {
					if strings.Contains("123", extra) {
						event.Severity = json.Number(extra)
					} else {
						event.Channel = extra
					}
				}
				spec.Events = append(spec.Events, event)
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
	short := func(at *time.Time) string { return at.Format("2 15:04") }
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
