package compliance_test

import (
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/escalation"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/compliance"
	"github.com/slaclock/slaclock/severity"
)

// desk is an agreement that nobody made. Its hours are 09:00 to 17:00, Monday to
// Friday, in a zone, and known through 30 April 2026; 2 March 2026 is a Monday.
//
//	            High, by telephone only   Mid
//	response    2 h round the clock       4 h of working time
//
// Two regions own its tickets, if asked for: Day in the hours, and Late from 17:00
// to 22:00; Day is the default one.
func desk(zone string, owned bool) (*policy.Policy, error) {
	scale, err := severity.NewScale("desk", "High", "Mid")
	if err != nil {
		return nil, err
	}
	known, err := calendar.ParseDate("2026-04-30")
	if err != nil {
		return nil, err
	}
	since, err := calendar.ParseDate("2026-01-01")
	if err != nil {
		return nil, err
	}
	hours, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Weekdays(9*time.Hour, 17*time.Hour), HolidaysFrom: since, HolidaysThrough: known})
	if err != nil {
		return nil, err
	}
	late, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Weekdays(17*time.Hour, 22*time.Hour)})
	if err != nil {
		return nil, err
	}
	always, err := calendar.New(calendar.Config{Zone: zone, Week: calendar.Daily(0, 24*time.Hour)})
	if err != nil {
		return nil, err
	}
	a := policy.Agreement{
		Name: "desk", Scale: scale, Location: hours.Location(),
		Calendars: map[string]*calendar.Calendar{"hours": hours, "always": always},
		Metrics: []policy.Metric{{Name: "response", Start: policy.Report, Stop: policy.Response, Targets: []policy.Target{
			{Level: "High", Measure: policy.Measure{Time: 2 * time.Hour}, Calendar: "always", Clause: "DSK-1",
				Gate: policy.Gate{Accepts: policy.By(policy.Phone), WaitsFor: policy.Phone}},
			{Level: "Mid", Measure: policy.Measure{Time: 4 * time.Hour}, Calendar: "hours", Clause: "DSK-2"},
		}}},
	}
	if owned {
		a.Regions = &escalation.Regions{List: []escalation.Region{{Name: "Day", Calendar: hours}, {Name: "Late", Calendar: late}}}
	}
	return policy.New(a)
}

func mustDesk(t testing.TB, zone string, owned bool) *policy.Policy {
	t.Helper()
	p, err := desk(zone, owned)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// judge judges a ticket in a few words: "Mid email 03-02T09:00 responded
// 03-02T10:00 as of 03-02T12:00", instants of 2026 in UTC.
func judge(p *policy.Policy, id, text string) (compliance.Judgement, error) {
	events, asOf, err := parse(p, text)
	if err != nil {
		return compliance.Judgement{}, err
	}
	return compliance.Judge(id, p, events, asOf)
}

func parse(p *policy.Policy, text string) ([]policy.Event, time.Time, error) {
	story, end, _ := strings.Cut(text, " as of ")
	words := strings.Fields(story)
	level, err := p.Scale().Parse(words[0])
	if err != nil {
		return nil, time.Time{}, err
	}
	channel, err := policy.ParseChannel(words[1])
	if err != nil {
		return nil, time.Time{}, err
	}
	events := []policy.Event{{Kind: policy.Reported, Severity: level, Channel: channel}}
	if events[0].At, err = instant(words[2]); err != nil {
		return nil, time.Time{}, err
	}
	for i := 3; i+1 < len(words); i += 2 {
		kind, err := policy.ParseKind(words[i])
		if err != nil {
			return nil, time.Time{}, err
		}
		at, err := instant(words[i+1])
		if err != nil {
			return nil, time.Time{}, err
		}
		events = append(events, policy.Event{At: at, Kind: kind})
	}
	asOf, err := instant(end)
	return events, asOf, err
}

func instant(text string) (time.Time, error) {
	if strings.Count(text, ":") == 1 {
		text += ":00"
	}
	return calendar.ParseTime("2026-" + text + "Z")
}

// mustJudge judges tickets, whose ids are those given before the stories.
func mustJudge(t testing.TB, p *policy.Policy, stories ...string) []compliance.Judgement {
	t.Helper()
	var all []compliance.Judgement
	for _, s := range stories {
		id, text, _ := strings.Cut(s, ": ")
		one, err := judge(p, id, text)
		if err != nil {
			t.Fatalf("%s: %v", s, err)
		}
		all = append(all, one)
	}
	return all
}

// A failer is a test of either kind.
type failer interface {
	Helper()
	Fatal(...any)
}

// count makes a report of tickets.
func count(t failer, o compliance.Options, tickets []compliance.Judgement) *compliance.Report {
	t.Helper()
	r, err := compliance.NewReport(o)
	if err != nil {
		t.Fatal(err)
	}
	for i := range tickets {
		r.Add(&tickets[i])
	}
	return r
}

// lines is all that a report says.
func lines(r *compliance.Report) []string {
	var all []string
	for _, row := range r.Rows() {
		all = append(all, string(row.AppendJSON(nil)))
	}
	for _, late := range r.Worst() {
		all = append(all, string(late.AppendJSON(nil)))
	}
	for _, owner := range r.Owners() {
		all = append(all, string(owner.AppendJSON(nil)))
	}
	return all
}
