package policy_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/severity"
)

// TestExplainInWords: what a step says is true, and the step has the instant at which it
// happened and the clause that says so.
func TestExplainInWords(t *testing.T) {
	gated := pausing(func(a *policy.Agreement) {
		gate := policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone, Clause: "ACM-6"}
		a.Metrics[0].Targets[0].Gate, a.Metrics[0].Targets[1].Gate = gate, gate
	})
	switching := pausing(mode(severity.FromStart), func(a *policy.Agreement) {
		a.Metrics[0].Targets[0].After, a.Metrics[0].Targets[1].After = "always", "always"
		a.Switch = policy.On(policy.DevelopmentRequired)
	})
	const mid = "02 09:00 reported Mid email"
	for _, row := range []struct {
		name   string
		edit   func(*policy.Agreement)
		events string
		asOf   string
		want   []string // the steps of some kinds, or that begin so
	}{
		{"an overdue clock goes on", pausing(), mid + ";02 18:00 info_requested;03 10:00 info_received", "03 11:00", []string{
			"pause 02 18:00 info_requested: the clock pauses; it is overdue and stays so [G7]",
			"resume 03 10:00 info_received: the clock goes on; it is overdue and stays so [G7]"}},
		{"one that is due at the pause has nothing left, and is not overdue", pausing(), mid + ";02 17:00 info_requested;02 18:00 info_received", "03 11:00", []string{
			"pause 02 17:00 info_requested: the clock pauses [G7]",
			"resume 02 18:00 info_received: the clock goes on with what was left of it [G7]"}},
		{"it waits, and the customer calls", gated, mid + ";02 10:00 contacted phone", "02 11:00", []string{
			"wait 02 09:00 reported as Mid by email: the clock waits for phone [ACM-6]",
			"start 02 10:00 contacted by phone [ACM-6]",
			"target 03 10:00 Mid: 8h0m0s on hours [ACM-7]"}},
		{"it waits, and becomes graver", gated, mid + ";02 10:00 severity_changed High", "02 11:00", []string{
			"wait 02 09:00 reported as Mid by email: the clock waits for phone [ACM-6]",
			"change 02 10:00 severity_changed to High: becoming graver needs no call [T8]",
			"start 02 10:00 severity_changed to High [ACM-8]"}},
		{"it does not wait", gated, "02 09:00 reported Mid phone", "02 11:00", []string{"start 02 09:00 reported as Mid by phone [ACM-7]"}},
		{"other hours", switching, mid + ";02 16:00 development_required;02 17:00 severity_changed High;02 18:00 severity_changed Mid", "02 20:00", []string{
			"target 02 17:00 Mid: 8h0m0s on hours [ACM-7]",
			"change 02 16:00 development_required: what is left goes on in always [ACM-7]",
			"target 02 17:00 Mid: 8h0m0s on hours and then on always [ACM-7]",
			"change 02 17:00 severity_changed to High [G8]",
			"target 02 13:00 High: 4h0m0s on hours and then on always, counted from the start of the clock [ACM-8]",
			"change 02 18:00 severity_changed to Mid: the clock is overdue and keeps its due time [G8]",
			"hours hours [F]", "hours always [F]"}},
		{"a clock that starts in other hours has none before", switching, mid + ";02 09:00 development_required;02 10:00 responded;02 11:00 closed;03 12:00 reopened;03 12:00 development_required", "03 13:00",
			[]string{"target 03 20:00 Mid: 8h0m0s on always [ACM-7]", "hours always [F]"}},
		{"it stands still", pausing(), mid + ";02 10:00 info_requested", "02 12:00", []string{"ahead 02 12:00 02 17:00 5h0m0s if the clock went on now []", "ahead 03 09:00 03 11:00 2h0m0s if the clock went on now []"}},
		{"it does not", pausing(), mid, "02 12:00", []string{"ahead 02 12:00 02 17:00 5h0m0s  []"}},
	} {
		p := mustAcme(t, row.edit)
		a, err := p.Explain(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Fatal(err)
		}
		clock := a.Clocks[len(a.Clocks)-1]
		got := reasons(t, p, clock)
		for _, want := range row.want {
			i := slices.IndexFunc(got, func(s string) bool { return strings.HasPrefix(s, want) })
			if i < 0 {
				t.Errorf("%s: no step %q, or not in this order:\n%s", row.name, want, strings.Join(reasons(t, p, clock), "\n"))
				break
			}
			got = got[i+1:]
		}
		if n := strings.Count(strings.Join(reasons(t, p, clock), "\n"), "hours hours"); strings.HasPrefix(row.name, "a clock that starts in other hours") && n != 0 {
			t.Errorf("%s: hours in which nothing was counted", row.name)
		}
	}
}

// TestExplainManyAhead: what is ahead of a clock that stands still is conditional, even
// where one step sums it up.
func TestExplainManyAhead(t *testing.T) {
	p := mustAcme(t, metric(func(m *policy.Metric) { m.Targets[0].Measure.Time = 4000 * hour }))
	for asked, want := range map[bool]string{false: "all windows in between", true: "all windows in between, if the clock went on now"} {
		texts := []string{"02 09:00 reported Mid email"}
		if asked {
			texts = append(texts, "02 10:00 info_requested")
		}
		a, err := p.Explain(parseEvents(t, p, texts...), parseAt(t, "02 11:00"))
		if err != nil {
			t.Fatal(err)
		}
		last := a.Clocks[0].Why[len(a.Clocks[0].Why)-1]
		if last.Kind != policy.StepAhead || !last.Whole || last.Text != want {
			t.Errorf("%s %q, want %q", last.Kind, last.Text, want)
		}
	}
}

// TestExplainThresholds: half of 8 h from 09:00, and 10 h before the due time, which
// lies before the start.
func TestExplainThresholds(t *testing.T) {
	const mid = "02 09:00 reported Mid email"
	early := policy.Threshold{Before: policy.Measure{Time: 10 * hour}}
	for _, row := range []struct {
		name   string
		list   []policy.Threshold
		events string
		asOf   string
		want   []string
	}{
		{"to come", []policy.Threshold{{Percent: 50}}, mid, "02 10:00", []string{"target 02 13:00 Mid: 50% of turn 1 [ACM-9]"}},
		{"reached", []policy.Threshold{{Percent: 50}}, mid, "02 13:00", []string{"target 02 13:00 Mid: 50% of turn 1 [ACM-9]", "reached 02 13:00  [ACM-9]"}},
		{"before the start", []policy.Threshold{early}, mid, "02 10:00", []string{
			"target 02 09:00 Mid: 10h0m0s before due of turn 1: that had gone by, so it is reached at once [ACM-9]", "reached 02 09:00  [ACM-9]"}},
		{"halted", []policy.Threshold{{Percent: 50}}, mid + ";02 10:00 info_requested", "02 11:00", []string{"target Mid: 50% of turn 1, which stands still [ACM-9]"}},
		{"stopped", []policy.Threshold{{Percent: 50}}, mid + ";02 10:00 responded", "02 11:00", []string{"target Mid: 50% of turn 1, which stopped before it [ACM-9]"}},
		{"at another level", []policy.Threshold{{Percent: 50, Levels: []string{"High"}}}, mid, "02 11:00", []string{"target Mid: 50% of turn 1, for which it does not hold [ACM-9]"}},
		// Fair: 4 h from 15:00 are 11:00 on Tuesday, and not later than 17:00.
		{"a change puts it into the past", []policy.Threshold{{Percent: 75}}, mid + ";02 15:00 severity_changed High", "02 15:00", []string{
			"target 02 15:00 High: 75% of turn 1 [ACM-9]", "reached 02 15:00  [ACM-9]"}},
	} {
		p := mustAcme(t, watched(row.list))
		a, err := p.Explain(parseEvents(t, p, strings.Split(row.events, ";")...), parseAt(t, row.asOf))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(row.want, reasons(t, p, policy.Clock{Why: a.Escalation[0].Why})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", row.name, diff)
		}
	}
}

// TestExplainNoticeBehindAHalt: the step is reached in the night, and the halt goes on
// into the notices' hours, from 09:00 to 17:00.
func TestExplainNoticeBehindAHalt(t *testing.T) {
	p := nagging(t)
	for _, row := range []struct{ rejected, want string }{
		{"03 08:00", "notice 03 09:00 the first opening of the notices' hours [ACM-8]"},
		{"03 09:00", "notice 03 09:00 the first opening of the notices' hours [ACM-8]"},
		{"03 12:00", "notice 03 12:00 the first opening of the notices' hours after a halt, in which the notice waited [ACM-8]"},
	} {
		a, err := p.Explain(parseEvents(t, p, "02 20:00 reported Mid email", "02 23:00 resolution_proposed", row.rejected+" resolution_rejected"), parseAt(t, "03 13:00"))
		if err != nil {
			t.Fatal(err)
		}
		if got := rungReasons(t, p, a.Escalation[0]); !slices.Contains(got, row.want) {
			t.Errorf("%s: no %q in %q", row.rejected, row.want, got)
		}
	}
}

// TestG5_CalendarDaysOfAZoneThatSkipsOne: Samoa had no 30 December 2011. The days end
// with the last moment of the last one, or at the same time of day on it.
func TestG5_CalendarDaysOfAZoneThatSkipsOne(t *testing.T) {
	samoa, err := calendar.New(calendar.Config{Zone: "Pacific/Apia", Week: calendar.Weekdays(9*hour, 17*hour)})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		reported   string
		days       int
		convention calendar.Convention
		want       string
	}{
		{"2011-12-28T12:00:00-10:00", 1, calendar.CloseOfBusiness, "2011-12-31T00:00:00+14:00"}, // the end of the 29th is the beginning of the 31st
		{"2011-12-29T12:00:00-10:00", 1, calendar.CloseOfBusiness, "2012-01-01T00:00:00+14:00"},
		{"2011-12-28T12:00:00-10:00", 3, calendar.CloseOfBusiness, "2012-01-02T00:00:00+14:00"}, // 29th, 31st, 1st
		{"2011-12-28T12:00:00-10:00", 3, calendar.SameTime, "2012-01-01T12:00:00+14:00"},
		{"2011-12-29T12:00:00-10:00", 1, calendar.SameTime, "2011-12-31T12:00:00+14:00"},
	} {
		p := mustAcme(t, func(a *policy.Agreement) {
			a.Calendars["samoa"], a.Location = samoa, samoa.Location()
			target := policy.Target{Level: "Mid", Measure: policy.Measure{CalendarDays: row.days, Convention: row.convention}, Calendar: "samoa", Clause: "ACM-7"}
			only(policy.Metric{Name: "turn", Start: policy.Report, Targets: []policy.Target{target}})(a)
		})
		mid, err := p.Scale().Parse("Mid")
		if err != nil {
			t.Fatal(err)
		}
		at, err := time.Parse(time.RFC3339, row.reported)
		if err != nil {
			t.Fatal(err)
		}
		a, err := p.Evaluate([]policy.Event{{At: at, Kind: policy.Reported, Severity: mid, Channel: policy.Email}}, at)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Clocks[0].Due.String(); got != row.want {
			t.Errorf("%s, %v of %d days: %s, want %s", row.reported, row.convention, row.days, got, row.want)
		}
	}
}
