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

// hoursWith makes shop with hours of its own: 09:00 to 17:00, Monday to Friday, but
// for one holiday.
func hoursWith(date, name string) whatif.Maker {
	return edited(func(a *policy.Agreement) error {
		day, err := calendar.ParseDate(date)
		if err != nil {
			return err
		}
		first, err := calendar.NewDate(2026, time.January, 1)
		if err != nil {
			return err
		}
		last, err := calendar.NewDate(2026, time.December, 31)
		if err != nil {
			return err
		}
		hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour),
			Holidays: []calendar.Holiday{{Date: day, Actual: day, Name: name}}, HolidaysFrom: first, HolidaysThrough: last})
		a.Calendars = map[string]*calendar.Calendar{"hours": hours}
		return err
	})
}

// pausing makes shop with a resolution that pauses with some kinds, and goes on with
// info_received.
func pausing(kinds ...policy.Kind) whatif.Maker {
	return edited(func(a *policy.Agreement) error {
		a.Metrics = slices.Clone(a.Metrics)
		a.Metrics[1].Pause, a.Metrics[1].Resume = policy.On(kinds...), policy.On(policy.InfoReceived)
		return nil
	})
}

// causesOf returns the causes of a clock of a difference in lines.
func causesOf(t *testing.T, ticket *policy.Ticket, from, to whatif.Maker, metric string) []string {
	t.Helper()
	d, err := whatif.Compare(ticket, from, to)
	if err == nil {
		err = d.Explain(ticket)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.Clocks = slices.DeleteFunc(d.Clocks, func(c whatif.Clock) bool { return c.Metric != metric })
	d.Rungs, d.Owners, d.New.Answer.Next = nil, nil, d.Old.Answer.Next
	all := tell(&d)
	return all[min(1, len(all)):]
}

// TestCauses: what is responsible where more than one thing could be.
func TestCauses(t *testing.T) {
	for _, c := range []struct {
		name, ticket string
		from, to     whatif.Maker
		metric       string
		want         []string
	}{
		// Friday, 16:00: an hour of four. The weekend is closed on both sides, Monday the
		// 9th on one, so that the weekend is not what is responsible.
		{"a holiday beside a weekend", "Mid email 06T16:00 as of 06T17:00", hoursWith("2026-03-17", "Other Day"), hoursWith("2026-03-09", "Fair"), "response", []string{
			"hours hours | … | … | none",
			"closed Fair | counts | closed: weekend, Fair | 09T09:00"}},
		// On the old side three hours of Friday are all that is left, so it does not come to
		// the weekend, which closes the new side too.
		{"a holiday before a weekend that one side does not reach", "Mid email 05T16:00 as of 05T17:00", hoursWith("2026-03-17", "Other Day"), hoursWith("2026-03-06", "Fair"), "response", []string{
			"hours hours | … | … | none",
			"closed Fair | counts | closed: Fair, weekend | 06T09:00"}},
		// Friday the 6th is closed on one side only, the weekend after it on both. The name
		// with a comma is one reason.
		{"a holiday before a weekend", "Mid email 05T16:00 as of 10T10:00", hoursWith("2026-03-06", "Fair, weekend"), hoursWith("2026-03-17", "Other Day"), "response", []string{
			"hours hours | … | … | none",
			"closed Fair, weekend | closed: Fair, weekend, weekend | counts | 06T09:00"}},
		// At 08:00 in UTC the office in +01:00 opens, an hour before the one in UTC.
		{"other hours within a day", "Mid email 02T07:30 as of 02T07:45", shop, with(t, "shop.zone=+01:00"), "response", []string{
			"reading shop.zone | UTC | +01:00 | none",
			"hours hours | … | … | none",
			"closed shifted hours | closed: outside hours | counts | 02T08:00"}},
		{"a pause on the new side", "Mid email 02T09:00 info_requested 02T10:00 as of 02T11:00", shop, pausing(policy.InfoRequested), "resolution", []string{
			"event G7 |  | pause: info_requested: the clock pauses | 02T10:00",
			"closed a pause | counts | closed: a pause | 02T10:00"}},
		{"a pause on the old side", "Mid email 02T09:00 info_requested 02T10:00 as of 02T11:00", pausing(policy.InfoRequested), shop, "resolution", []string{
			"event G7 | pause: info_requested: the clock pauses |  | 02T10:00",
			"closed a pause | closed: a pause | counts | 02T10:00"}},
		// An hour and a half is lost on one side, half an hour on the other; they part
		// when the longer pause begins, whichever side has it.
		{"a later pause", "Mid email 02T09:00 updated 02T10:00 info_requested 02T11:00 info_received 02T11:30 as of 02T12:00",
			pausing(policy.Updated), pausing(policy.InfoRequested), "resolution", []string{
				"event G7 | pause: updated: the clock pauses | pause: info_requested: the clock pauses | 02T10:00",
				"closed a pause | closed: a pause | counts | 02T10:00"}},
		{"an earlier pause", "Mid email 02T09:00 updated 02T10:00 info_requested 02T11:00 info_received 02T11:30 as of 02T12:00",
			pausing(policy.InfoRequested), pausing(policy.Updated), "resolution", []string{
				"event G7 | pause: info_requested: the clock pauses | pause: updated: the clock pauses | 02T10:00",
				"closed a pause | counts | closed: a pause | 02T10:00"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := causesOf(t, mustTicket(t, "T", c.ticket), c.from, c.to, c.metric)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestSameHours: hours that both sides have are no cause, whatever else is.
func TestSameHours(t *testing.T) {
	ticket := mustTicket(t, "T", "Mid email 02T09:00 as of 02T10:00")
	p, err := shop(ticket)
	if err != nil {
		t.Fatal(err)
	}
	target := func(d time.Duration) whatif.Maker {
		return func(*policy.Ticket) (*policy.Policy, error) {
			a := p.Agreement()
			a.Metrics = slices.Clone(a.Metrics)
			a.Metrics[0].Targets = slices.Clone(a.Metrics[0].Targets)
			a.Metrics[0].Targets[0].Measure.Time = d
			return policy.New(a)
		}
	}
	// Two of the hours are counted on both sides, and then one side has nothing left to
	// count; but the computations part at the start, which gives another target.
	want := []string{"event SHP-2 | target: Mid: 4h0m0s on hours | target: Mid: 2h0m0s on hours | 02T09:00"}
	if diff := cmp.Diff(want, causesOf(t, ticket, target(4*time.Hour), target(2*time.Hour), "response")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadings: those of either side, first those of the old one.
func TestReadings(t *testing.T) {
	// given makes shop with readings that have a value each.
	given := func(values ...string) whatif.Maker {
		var readings []policy.Reading
		for _, v := range values {
			name, value, _ := strings.Cut(v, "=")
			readings = append(readings, policy.Reading{Name: name, Values: []string{value}, Tickets: true, Clause: "SHP-1"})
		}
		return edited(func(a *policy.Agreement) (err error) {
			a.Choices, err = policy.Choose(readings, nil)
			return err
		})
	}
	const zone, other, night = "shop.zone=UTC", "shop.zone=+01:00", "shop.night=open"
	ticket := mustTicket(t, "T", "Mid email 02T09:00 as of 02T10:00")
	for _, c := range []struct {
		name     string
		from, to whatif.Maker
		want     []whatif.Cause
	}{
		{"the same", given(zone, night), given(night, zone), nil},
		{"none and none", given(), given(), nil},
		{"another value", given(zone, night), given(other, night), []whatif.Cause{{Kind: whatif.CauseReading, Name: "shop.zone", Old: "UTC", New: "+01:00"}}},
		{"the old side alone", given(zone, night), given(zone), []whatif.Cause{{Kind: whatif.CauseReading, Name: "shop.night", Old: "open"}}},
		{"the new side alone", given(zone), given(zone, night), []whatif.Cause{{Kind: whatif.CauseReading, Name: "shop.night", New: "open"}}},
		{"each another one", given(zone), given(night), []whatif.Cause{
			{Kind: whatif.CauseReading, Name: "shop.zone", Old: "UTC"}, {Kind: whatif.CauseReading, Name: "shop.night", New: "open"}}},
	} {
		d, err := whatif.Compare(ticket, c.from, c.to)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(c.want, d.Readings(), cmpopts()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
	if readings := new(whatif.Diff).Readings(); readings != nil {
		t.Errorf("the zero Diff has the readings %v", readings)
	}
}

// cmpopts compares moments, which have parts of their own.
func cmpopts() cmp.Option {
	return cmp.Comparer(func(a, b calendar.Moment) bool { return a.String() == b.String() })
}

// TestPartingTime: what is told as a whole, or is not known, is not compared: both can
// hold what counts and what does not.
func TestPartingTime(t *testing.T) {
	at := func(text string) calendar.Moment {
		s, err := stamp(text)
		if err != nil {
			t.Fatal(err)
		}
		return calendar.At(s.Time)
	}
	tuesday, err := calendar.NewDate(2026, time.March, 3)
	if err != nil {
		t.Fatal(err)
	}
	desk, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour),
		Holidays: []calendar.Holiday{{Date: tuesday, Name: "fair"}}})
	if err != nil {
		t.Fatal(err)
	}
	plain, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	hours := policy.Step{Kind: policy.StepHours, Hours: desk}    // of the side that the fair closes
	without := policy.Step{Kind: policy.StepHours, Hours: plain} // of one that it does not
	open := policy.Step{Kind: policy.StepCounted, At: at("02T09:00"), Until: at("02T17:00")}
	night := policy.Step{Kind: policy.StepClosed, At: at("02T17:00"), Until: at("03T09:00"), Text: "night", Reasons: []policy.ClosedReason{{Text: "night"}}}
	fair := policy.Step{Kind: policy.StepClosed, At: at("02T17:00"), Until: at("04T09:00"), Text: "fair", Reasons: []policy.ClosedReason{{Text: "fair", Dated: true}}}
	unknown := policy.Step{Kind: policy.StepClosed, At: at("02T17:00"), Until: at("04T09:00"), By: "G9", Text: "holidays are known through 2026-03-02 only"}
	one := policy.Step{Kind: policy.StepCounted, At: at("02T17:00"), Until: at("04T09:00")}
	whole := policy.Step{Kind: policy.StepCounted, At: at("02T17:00"), Until: at("04T09:00"), Whole: true, Text: "many"}
	named := policy.Step{Kind: policy.StepCounted, At: at("02T17:00"), Until: at("04T09:00"), Text: "a word about it"}
	other := policy.Step{Kind: policy.StepCounted, At: at("03T09:00"), Until: at("04T09:00")}
	morning := policy.Step{Kind: policy.StepCounted, At: at("02T09:00"), Until: at("02T12:00")}
	noon := policy.Step{Kind: policy.StepClosed, At: at("02T12:00"), Until: at("02T13:00"), Text: "outside hours", Reasons: []policy.ClosedReason{{Text: "outside hours"}}}
	afternoon := policy.Step{Kind: policy.StepCounted, At: at("02T13:00"), Until: at("02T17:00")}
	const ends = 40 * time.Hour // of the fair, after 17:00
	after := func(d time.Duration) calendar.Moment { return calendar.At(at("02T17:00").Time().Add(d)) }
	until := func(d time.Duration) policy.Step {
		return policy.Step{Kind: policy.StepCounted, At: at("02T17:00"), Until: after(d)}
	}
	fairFrom := func(d time.Duration) policy.Step {
		return policy.Step{Kind: policy.StepClosed, At: after(d), Until: after(d + time.Hour), Text: "fair", Reasons: fair.Reasons}
	}
	for _, c := range []struct {
		name          string
		before, after []policy.Step
		want          string // "" if they part nowhere
	}{
		{"one stretch", []policy.Step{without, open, one}, []policy.Step{hours, open, fair}, "fair | counts | closed: fair"},
		{"one stretch with a text", []policy.Step{without, open, named}, []policy.Step{hours, open, fair}, "fair | counts | closed: fair"},
		{"steps without hours", []policy.Step{open, one}, []policy.Step{open, fair}, "fair | counts | closed: fair"},
		{"many", []policy.Step{open, whole}, []policy.Step{open, fair}, ""},
		{"not known", []policy.Step{open, one}, []policy.Step{open, unknown}, ""},
		{"a night", []policy.Step{without, open, one}, []policy.Step{without, open, night, other}, "shifted hours | counts | closed: night"},
		{"a longer night", []policy.Step{without, open, night, other}, []policy.Step{hours, open, fair}, "fair | counts | closed: fair"},
		{"a break", []policy.Step{without, morning, noon, afternoon}, []policy.Step{without, open}, "shifted hours | closed: outside hours | counts"},
		// The other side closes in the night before the fair, at its midnight, or in it: the
		// fair has a part in what counts there alone from then on.
		{"it closes a nanosecond in the night", []policy.Step{hours, open, fair}, []policy.Step{without, open, until(1)}, "shifted hours | closed: fair | counts"},
		{"it closes at midnight", []policy.Step{hours, open, fair}, []policy.Step{without, open, until(7 * time.Hour)}, "shifted hours | closed: fair | counts"},
		{"it closes behind midnight", []policy.Step{hours, open, fair}, []policy.Step{without, open, until(7*time.Hour + 2)}, "fair | closed: fair | counts"},
		{"its fair comes later", []policy.Step{hours, open, fair}, []policy.Step{without, open, until(ends), fairFrom(ends)}, "fair | closed: fair | counts"},
		{"the same", []policy.Step{open, night, other}, []policy.Step{open, night, other}, ""},
	} {
		got := ""
		if cause, ok := whatif.PartingTime(c.before, c.after); ok {
			got = cause.Name + " | " + cause.Old + " | " + cause.New
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
