package whatif_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
	"github.com/slaclock/slaclock/severity"
)

// shopReadings are the open readings of shop.
func shopReadings() []policy.Reading {
	return []policy.Reading{
		{Name: "shop.zone", Values: []string{"UTC", "+01:00"}, Tickets: true, Clause: "SHP-1"},
		{Name: "shop.resolution", Values: []string{"2 days", "3 days", "none"}, Tickets: true, Clause: "SHP-3"},
		{Name: "shop.mail", Values: []string{"counts", "waits", "portal"}, Tickets: true, Clause: "SHP-2"},
	}
}

// shop is an agreement that nobody made; it is a Maker. Its hours are 09:00 to
// 17:00, Monday to Friday, and country B has a holiday, Foundation Day, on
// Tuesday 3 March 2026.
//
//	response    4 h of working time   SHP-2; by telephone or portal only if shop.mail says so
//	resolution  2 business days       SHP-3; 3 days, and none, by SHP-4, if shop.resolution says so
//	ladder      Anna after 8 h        SHP-5
//
// Both are for Mid; High is owed nothing.
func shop(t *policy.Ticket) (*policy.Policy, error) {
	choices, err := policy.Choose(shopReadings(), t.Readings)
	if err != nil {
		return nil, err
	}
	if err := policy.NeedOneOf("country", t.Customer.Country, "A", "B", "C"); err != nil {
		return nil, err
	}
	scale, err := severity.NewScale("shop", "High", "Mid")
	if err != nil {
		return nil, err
	}
	c := calendar.Config{Zone: choices.Value("shop.zone"), Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)}
	var days [4]calendar.Date
	for i, text := range []string{"2014-01-01", "2026-03-02", "2026-03-03", "2035-12-31"} {
		if days[i], err = calendar.ParseDate(text); err != nil {
			return nil, err
		}
	}
	// The years of the tickets, with some around them.
	c.HolidaysFrom, c.HolidaysThrough = days[0], days[3]
	switch t.Customer.Country {
	case "B":
		c.Holidays = []calendar.Holiday{{Date: days[2], Actual: days[2], Name: "Foundation Day"}}
	case "C": // whose holidays are known through 2 March
		c.HolidaysThrough = days[1]
	}
	hours, err := calendar.New(c)
	if err != nil {
		return nil, err
	}
	response := policy.Target{Level: "Mid", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "hours", Clause: "SHP-2"}
	switch choices.Value("shop.mail") {
	case "waits":
		response.Gate = policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}
	case "portal":
		response.Gate = policy.Gate{Accepts: policy.By(policy.Portal), WaitsFor: policy.Portal}
	}
	metrics := []policy.Metric{{Name: "response", Start: policy.Report, Stop: policy.Response, Targets: []policy.Target{response}}}
	resolution := policy.Target{Level: "Mid", Measure: policy.Measure{Days: 2}, Calendar: "hours", Clause: "SHP-3"}
	switch choices.Value("shop.resolution") {
	case "3 days":
		resolution.Measure, resolution.Clause = policy.Measure{Days: 3}, "SHP-4"
		fallthrough
	case "2 days":
		metrics = append(metrics, policy.Metric{Name: "resolution", Start: policy.Report, Stop: policy.On(policy.Resolved), Targets: []policy.Target{resolution}})
	}
	return policy.New(policy.Agreement{
		Name: "shop", Scale: scale, Location: hours.Location(), Calendars: map[string]*calendar.Calendar{"hours": hours},
		Metrics: metrics, Choices: choices,
		Ladders: []policy.LevelLadder{{Level: "Mid", Ladder: escalation.Ladder{Calendar: hours,
			Steps: []escalation.Step{{To: "Anna", After: escalation.Delay{Time: 8 * time.Hour}, Clause: "SHP-5"}}}}},
		Regions: &escalation.Regions{List: []escalation.Region{{Name: "Day", Calendar: hours}}},
	})
}

// edited makes shop with a change of its agreement.
func edited(edit func(*policy.Agreement) error) whatif.Maker {
	return func(t *policy.Ticket) (*policy.Policy, error) {
		p, err := shop(t)
		if err != nil {
			return nil, err
		}
		a := p.Agreement()
		if err := edit(&a); err != nil {
			return nil, err
		}
		return policy.New(a)
	}
}

// stepping makes shop with a ladder that is repeated so many times, an hour apart,
// and with thresholds of the response that tell Bea at so many percent.
func stepping(times int, percents ...int) whatif.Maker {
	return edited(func(a *policy.Agreement) error {
		a.Ladders = slices.Clone(a.Ladders)
		if times > 0 {
			a.Ladders[0].Ladder.Repeat = escalation.Repeat{Every: escalation.Delay{Time: time.Hour}, Times: times}
		}
		a.Metrics = slices.Clone(a.Metrics)
		for _, n := range percents {
			a.Metrics[0].Thresholds = append(a.Metrics[0].Thresholds, policy.Threshold{Percent: n, To: "Bea", Clause: "SHP-6"})
		}
		return nil
	})
}

// mustTicket reads a ticket of shop in country A in a few words: "Mid email
// 02T09:00 responded 02T10:00 as of 02T12:00", instants of March 2026 in UTC.
func mustTicket(t testing.TB, id, text string) *policy.Ticket {
	t.Helper()
	ticket, err := parse(id, text)
	if err != nil {
		t.Fatal(err)
	}
	return ticket
}

func parse(id, text string) (*policy.Ticket, error) {
	story, end, _ := strings.Cut(text, " as of ")
	words := strings.Fields(story)
	ticket := &policy.Ticket{ID: id, Agreement: "shop", Customer: policy.Customer{Country: "A"}}
	var err error
	if ticket.AsOf, err = stamp(end); err != nil {
		return nil, err
	}
	e := policy.TicketEvent{Kind: policy.Reported, Severity: &words[0]}
	if e.Channel, err = policy.ParseChannel(words[1]); err != nil {
		return nil, err
	}
	for i := 2; i < len(words); i += 2 {
		if e.At, err = stamp(words[i]); err != nil {
			return nil, err
		}
		ticket.Events = append(ticket.Events, e)
		if i+1 < len(words) {
			e = policy.TicketEvent{}
			if e.Kind, err = policy.ParseKind(words[i+1]); err != nil {
				return nil, err
			}
		}
	}
	return ticket, nil
}

func stamp(text string) (policy.Stamp, error) {
	text = "2026-03-" + text + ":00Z"
	at, err := calendar.ParseTime(text)
	return policy.Stamp{Text: text, Time: at}, err
}

// with makes shop with overrides.
func with(t testing.TB, text string) whatif.Maker {
	t.Helper()
	o, err := whatif.ParseOverrides(text)
	if err != nil {
		t.Fatal(err)
	}
	return o.Maker(shop)
}

// mustCompare compares a ticket, with all causes.
func mustCompare(t testing.TB, ticket *policy.Ticket, from, to string) *whatif.Diff {
	t.Helper()
	d, err := whatif.Compare(ticket, with(t, from), with(t, to))
	if err == nil {
		err = d.Explain(ticket)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

// tell tells a difference in lines.
func tell(d *whatif.Diff) []string {
	var all []string
	for i := range d.Clocks {
		c := &d.Clocks[i]
		words := []string{c.Metric, "old", side(c.Old), "new", side(c.New)}
		if by, ok := c.Moved(); ok {
			words = append(words, "moved", by.String())
		}
		if c.Breached() {
			words = append(words, "breached")
		}
		if c.Saved() {
			words = append(words, "saved")
		}
		all = append(all, strings.Join(words, " "))
		for _, cause := range c.Causes {
			if cause.Kind == whatif.CauseHours { // whose fingerprints are for machines
				cause.Old, cause.New = "…", "…"
			}
			all = append(all, strings.TrimSpace(string(cause.Kind)+" "+cause.Name+" | "+cause.Old+" | "+cause.New+" | "+short(cause.At)))
		}
	}
	for _, s := range d.Rungs {
		words := []string{"step", "old none", "new none"}
		if s.Old != nil {
			words[1] = "old " + s.Old.State.String() + " " + short(s.Old.At)
		}
		if s.New != nil {
			words[2] = "new " + s.New.State.String() + " " + short(s.New.At)
		}
		all = append(all, strings.Join(words, " "))
	}
	for _, o := range d.Owners {
		all = append(all, "owner old "+owner(o.Old)+" new "+owner(o.New))
	}
	if d.NextDiffers() {
		a, b := d.Old.Answer.Next, d.New.Answer.Next
		all = append(all, "next old "+next(a)+" new "+next(b))
	}
	return all
}

func side(c *policy.Clock) string {
	if c == nil {
		return "none"
	}
	return c.State.String() + " " + c.Target + " " + short(c.Due)
}

func next(c policy.Change) string {
	if c, ok := c.Get(); ok {
		return c.What + " " + short(calendar.At(c.At))
	}
	return "none"
}

func owner(o escalation.Owner) string {
	if o.Region == "" {
		return "none"
	}
	return o.Region + " " + short(calendar.At(o.From))
}

func short(m calendar.Moment) string {
	at, ok := m.Get()
	if !ok {
		return m.String()
	}
	return at.UTC().Format("02T15:04")
}
