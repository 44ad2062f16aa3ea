package whatif_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// An office is a shop whose response is another one. The zero office is shop's, with no
// holiday.
type office struct {
	holiday string         // of 2026, called Fair
	zone    string         // UTC if empty
	always  bool           // it never closes
	measure policy.Measure // 4 hours if none
	clause  string         // SHP-2 if empty
	pause   bool           // info_requested pauses it, and info_received lets it go on
	high    bool           // High is owed an hour round the clock
	small   bool           // its targets write the levels in small letters, which is no other level
	gate    bool           // a report by e-mail on a day off waits for the telephone, or for the next opening
}

func (o office) maker(t *testing.T) whatif.Maker {
	t.Helper()
	var days []calendar.Holiday
	if o.holiday != "" {
		day, err := calendar.ParseDate(o.holiday)
		if err != nil {
			t.Fatal(err)
		}
		days = append(days, calendar.Holiday{Date: day, Actual: day, Name: "Fair"})
	}
	config := calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), Holidays: days}
	if o.zone != "" {
		config.Zone = o.zone
	}
	if o.always {
		config.Week = calendar.Daily(0, 24*time.Hour)
	}
	hours, err := calendar.New(config)
	if err != nil {
		t.Fatal(err)
	}
	always, err := calendar.New(calendar.Config{Zone: config.Zone, Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	return edited(func(a *policy.Agreement) error {
		a.Calendars = map[string]*calendar.Calendar{"hours": hours}
		a.Metrics = slices.Clone(a.Metrics[:1])
		target := a.Metrics[0].Targets[0]
		if o.measure != (policy.Measure{}) {
			target.Measure = o.measure
		}
		if o.clause != "" {
			target.Clause = o.clause
		}
		if o.gate {
			target.Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, OffDays: "hours", Opens: true, Clause: "SHP-7"}
		}
		a.Metrics[0].Targets = []policy.Target{target}
		if o.high {
			a.Calendars["always"] = always
			a.Metrics[0].Targets = append(a.Metrics[0].Targets, policy.Target{Level: "High", Measure: policy.Measure{Time: time.Hour}, Calendar: "always", Clause: "SHP-8"})
		}
		if o.small {
			for i := range a.Metrics[0].Targets {
				a.Metrics[0].Targets[i].Level = strings.ToLower(a.Metrics[0].Targets[i].Level)
			}
		}
		if o.pause {
			a.Metrics[0].Pause, a.Metrics[0].Resume, a.Metrics[0].Stop = policy.On(policy.InfoRequested), policy.On(policy.InfoReceived), policy.On(policy.Responded)
		}
		return nil
	})
}

// TestHours: hours are a cause where they part in what a clock goes through, and nowhere
// else.
func TestHours(t *testing.T) {
	const hours = "hours hours | … | … | none"
	long := policy.Measure{Time: 12 * time.Hour}
	week, weekMore := policy.Measure{CalendarDays: 7}, policy.Measure{CalendarDays: 8}
	for _, c := range []struct {
		name, ticket string
		from, to     office
		want         []string
	}{
		// 2 March is a Monday. Two or four hours of it come before any holiday.
		{"a holiday in the next week", "Mid email 02T09:00 as of 02T10:00", office{}, office{holiday: "2026-03-10", measure: policy.Measure{Time: 2 * time.Hour}},
			[]string{"event SHP-2 | target: Mid: 4h0m0s on hours | target: Mid: 2h0m0s on hours | 02T09:00"}},
		{"a holiday after both are due, and before the answer", "Mid email 02T09:00 as of 04T10:00", office{}, office{holiday: "2026-03-03", measure: policy.Measure{Time: 2 * time.Hour}},
			[]string{"event SHP-2 | target: Mid: 4h0m0s on hours | target: Mid: 2h0m0s on hours | 02T09:00"}},
		{"another clause, and a holiday after it is due", "Mid email 02T09:00 as of 04T10:00", office{}, office{holiday: "2026-03-03", clause: "SHP-6"},
			[]string{"clause SHP-6 | SHP-2 | SHP-6 | none"}},
		{"a zone that never closes", "Mid email 02T09:00 as of 02T10:00", office{always: true}, office{always: true, zone: "+01:00", measure: policy.Measure{Time: 2 * time.Hour}},
			[]string{"event SHP-2 | target: Mid: 4h0m0s on hours | target: Mid: 2h0m0s on hours | 02T09:00"}},
		// Monday has eight hours for twelve, Tuesday four, or on the new side Wednesday.
		{"a holiday", "Mid email 02T09:00 as of 02T10:00", office{measure: long}, office{measure: long, holiday: "2026-03-03"},
			[]string{hours, "closed Fair | counts | closed: Fair | 03T09:00"}},
		// The four hours do not come to the holiday, and the twelve do.
		{"a holiday that only the longer target comes to", "Mid email 02T09:00 as of 02T10:00", office{}, office{measure: long, holiday: "2026-03-03"},
			[]string{"event SHP-2 | target: Mid: 4h0m0s on hours | target: Mid: 12h0m0s on hours | 02T09:00", hours, "closed Fair | counts | closed: Fair | 03T09:00"}},
		// What the longer target would have come to does nothing for the shorter.
		{"an hour later", "Mid email 02T09:00 as of 02T10:00", office{}, office{zone: "+01:00"}, // 08:00 to 16:00
			nil},
		{"an hour later in the evening", "Mid email 02T13:00 as of 02T14:00", office{}, office{zone: "+01:00"},
			[]string{hours, "closed shifted hours | counts | closed: night | 02T16:00"}},
		{"round the clock on one side", "Mid email 02T15:00 as of 02T16:00", office{}, office{always: true},
			[]string{hours, "closed shifted hours | closed: night | counts | 02T17:00"}},
		// Two hours of Monday and two of Tuesday, or one and three from an hour before that.
		{"other hours that come to the same, and another clause", "Mid email 02T15:00 as of 02T16:00", office{}, office{zone: "+01:00", clause: "SHP-6"},
			[]string{"clause SHP-6 | SHP-2 | SHP-6 | none"}},
		// A pause puts calendar days off by what was open in it: 16 hours, or 8.
		{"calendar days with a holiday in a pause", "Mid email 02T09:00 info_requested 02T10:00 info_received 04T10:00 as of 04T11:00", office{measure: week, pause: true}, office{measure: week, pause: true, holiday: "2026-03-03"},
			[]string{hours, "closed Fair | counts | closed: Fair | 03T09:00"}},
		{"a holiday in a pause, and another target", "Mid email 02T09:00 info_requested 02T10:00 info_received 04T10:00 as of 04T11:00", office{pause: true}, office{pause: true, holiday: "2026-03-03", measure: policy.Measure{Time: 5 * time.Hour}},
			[]string{"event SHP-2 | target: Mid: 4h0m0s on hours | target: Mid: 5h0m0s on hours | 02T09:00"}},
		// Calendar days end at midnight, whatever is closed.
		{"calendar days over a holiday", "Mid email 02T09:00 as of 02T10:00", office{measure: week}, office{measure: weekMore, holiday: "2026-03-03"},
			[]string{"event SHP-2 | target: Mid: 7 calendar days on hours | target: Mid: 8 calendar days on hours | 02T09:00"}},
		{"calendar days in another zone", "Mid email 02T09:00 as of 02T10:00", office{always: true, measure: week}, office{always: true, measure: week, zone: "+01:00"},
			[]string{hours}},
		// A business day of the new side ends an hour before that of the old one.
		{"business days that never close", "Mid email 02T09:00 as of 02T10:00", office{always: true, measure: policy.Measure{Days: 1}}, office{always: true, measure: policy.Measure{Days: 1}, zone: "+01:00"},
			[]string{hours}},
		// The 7th is a Saturday, and the first opening after it that of Monday, or Tuesday.
		{"a holiday at the opening", "Mid email 07T10:00 as of 10T10:00", office{gate: true}, office{gate: true, holiday: "2026-03-09"}, []string{
			"event SHP-7 | start: the first opening after the report, Mon 2026-03-09 09:00:00 +00:00 | start: the first opening after the report, Tue 2026-03-10 09:00:00 +00:00 | 09T09:00",
			hours, "closed Fair | counts | closed: Fair | 09T09:00"}},
		{"a holiday at the opening, and nothing started yet", "Mid email 07T10:00 as of 09T10:00", office{gate: true}, office{gate: true, holiday: "2026-03-09"}, []string{
			"event SHP-7 | start: the first opening after the report |  | 09T09:00",
			hours, "closed Fair | counts | closed: Fair | 09T09:00"}},
		{"a report on a holiday of one side", "Mid email 03T08:00 as of 03T12:00", office{gate: true, holiday: "2026-03-03"}, office{gate: true}, []string{
			"event SHP-2 | wait: reported as Mid by email: the clock waits for phone, or for the next opening of hours | start: reported as Mid by email | 03T08:00",
			hours, "closed Fair | closed: Fair | counts | 03T09:00"}},
		{"a holiday, and a gate that is not closed", "Mid phone 02T09:00 as of 02T10:00", office{gate: true, measure: long}, office{gate: true, measure: long, holiday: "2026-03-03"},
			[]string{hours, "closed Fair | counts | closed: Fair | 03T09:00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := causesOf(t, mustTicket(t, "T", c.ticket), c.from.maker(t), c.to.maker(t), "response")
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestHoursOfReplacedTarget: a target that a change of severity has replaced, whose due
// time stands where it is the earlier one, or past. It is 17:00 in UTC, and 09:00 of
// Tuesday in +01:00, where Monday ends at 16:00. How a side writes its levels does not
// matter.
func TestHoursOfReplacedTarget(t *testing.T) {
	const hours, closed = "hours hours | … | … | none", "closed shifted hours | counts | closed: night | 02T16:00"
	high := "High"
	for _, c := range []struct {
		at   string // when it gets High, which is owed an hour from then on
		want []string
	}{
		{"02T13:30", nil},                     // 14:30
		{"02T16:15", []string{hours, closed}}, // 17:00 on the old side, 17:15 on the new one
		{"02T18:00", []string{ // past on the old side, and 19:00 on the new one
			"event G8 | change: severity_changed to High: the clock is overdue and keeps its due time | change: severity_changed to High | 02T18:00", hours, closed}},
	} {
		ticket := mustTicket(t, "T", "Mid email 02T13:00 as of 02T18:30")
		at, err := stamp(c.at)
		if err != nil {
			t.Fatal(err)
		}
		ticket.Events = append(ticket.Events, policy.TicketEvent{At: at, Kind: policy.SeverityChanged, Severity: &high})
		for _, small := range [][2]bool{{false, false}, {true, false}, {false, true}} {
			from, to := office{high: true, small: small[0]}, office{high: true, zone: "+01:00", small: small[1]}
			if diff := cmp.Diff(c.want, causesOf(t, ticket, from.maker(t), to.maker(t), "response")); diff != "" {
				t.Errorf("raised at %s, in small letters %v (-want +got):\n%s", c.at, small, diff)
			}
		}
	}
}
