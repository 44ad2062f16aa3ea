package picture_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
	"github.com/slaclock/slaclock/severity"
)

// tickets are those that are drawn in the golden files, as the command reads them.
var tickets = []struct{ name, line string }{
	{"ticket-holiday-weekend", `{"agreement":"purchased","as_of":"2026-07-03T12:00:00-05:00","events":[
		{"at":"2026-07-02T17:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}`},
	{"ticket-crisis", `{"agreement":"cumulocity","as_of":"2026-04-19T12:00:00+08:00","customer":{"region":"APJ","country":"MY-14","report_every":{"Crisis":"4h"}},"events":[
		{"at":"2026-04-16T10:00:00+08:00","kind":"reported","severity":"Crisis","channel":"portal"},
		{"at":"2026-04-16T11:15:00+08:00","kind":"contacted"},
		{"at":"2026-04-16T11:40:00+08:00","kind":"responded"},
		{"at":"2026-04-16T16:40:00+08:00","kind":"plan_provided"},
		{"at":"2026-04-17T09:00:00+08:00","kind":"updated"},
		{"at":"2026-04-18T09:00:00+08:00","kind":"resolution_proposed"},
		{"at":"2026-04-18T20:00:00+08:00","kind":"resolution_rejected"}]}`},
	{"ticket-three-months", `{"agreement":"ispsystem","as_of":"2026-06-30T06:00:00Z","customer":{"product":"DNSmanager","tier":"Standard","country":"DE"},"events":[
		{"at":"2026-04-02T06:00:00Z","kind":"reported","severity":"Low"},
		{"at":"2026-04-02T06:10:00Z","kind":"registered"},
		{"at":"2026-04-02T10:00:00Z","kind":"development_required"},
		{"at":"2026-04-10T10:00:00Z","kind":"info_requested"},
		{"at":"2026-04-12T09:00:00Z","kind":"customer_replied"},
		{"at":"2026-05-20T09:00:00Z","kind":"responded"},
		{"at":"2026-06-25T09:00:00Z","kind":"info_requested"}]}`},
	{"ticket-clock-change", `{"agreement":"portx","as_of":"2026-03-09T09:00:00-05:00","customer":{"zone":"America/Chicago","country":"US","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}},"events":[
		{"at":"2026-03-06T16:00:00-06:00","kind":"reported","severity":"S2"}]}`},
	{"ticket-waits", `{"agreement":"purchased","as_of":"2026-11-01T22:30:00-05:00","events":[
		{"at":"2026-11-01T22:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]}`},
	{"ticket-before", `{"agreement":"purchased","as_of":"2026-11-01T21:00:00-05:00","events":[
		{"at":"2026-11-01T22:00:00-05:00","kind":"reported","severity":"1","channel":"email"}]}`},
	{"ticket-unknown", `{"agreement":"cumulocity","as_of":"2026-12-31T12:00:00+08:00","customer":{"region":"APJ","country":"MY-14"},"events":[
		{"at":"2026-12-31T09:00:00+08:00","kind":"reported","severity":"Critical","channel":"portal"},
		{"at":"2026-12-31T11:40:00+08:00","kind":"responded"}]}`},
	{"ticket-late", `{"agreement":"purchased","as_of":"2026-11-12T12:00:00-05:00","events":[
		{"at":"2026-11-01T22:00:00-05:00","kind":"reported","severity":"1","channel":"email"},
		{"at":"2026-11-01T22:40:00-05:00","kind":"contacted"},
		{"at":"2026-11-02T01:10:00-05:00","kind":"responded","channel":"phone"},
		{"at":"2026-11-02T09:00:00-05:00","kind":"workaround_accepted"}]}`},
}

// kept has the policies of tickets that were read; no test runs beside another.
var kept = map[string]*policy.Policy{}

// read makes what Ticket needs of a ticket in the command's form.
func read(t testing.TB, line string) (*policy.Policy, []policy.Event, time.Time) {
	t.Helper()
	var ticket policy.Ticket
	var reader policy.TicketReader
	if err := reader.Read(&ticket, []byte(line)); err != nil {
		t.Fatal(err)
	}
	makers := map[string]func(policy.Customer, map[string]string) (*policy.Policy, error){
		"purchased": purchased.New, "cumulocity": cumulocity.New, "ispsystem": ispsystem.New, "portx": portx.New,
	}
	// A policy lays its calendars out once, so it is kept.
	key := fmt.Sprint(ticket.Agreement, ticket.Customer, ticket.Readings)
	p, err := kept[key], error(nil)
	if p == nil {
		if p, err = makers[ticket.Agreement](ticket.Customer, ticket.Readings); err != nil {
			t.Fatal(err)
		}
		kept[key] = p
	}
	events, err := p.Events(&ticket)
	if err != nil {
		t.Fatal(err)
	}
	asOf, _ := ticket.Instant()
	return p, events, asOf.Time
}

// serviceDesk is an agreement whose clock pauses, with a threshold.
func serviceDesk(t testing.TB) (*policy.Policy, []policy.Event, time.Time) {
	t.Helper()
	levels, err := severity.NewScale("service-desk", "P1")
	if err != nil {
		t.Fatal(err)
	}
	hours, err := calendar.New(calendar.Config{Zone: "UTC", Week: calendar.Weekdays(9*time.Hour, 17*time.Hour)})
	if err != nil {
		t.Fatal(err)
	}
	pending, _ := policy.Own(0)
	open, _ := policy.Own(1)
	p, err := policy.New(policy.Agreement{
		Name: "service-desk", Scale: levels, Location: hours.Location(),
		Calendars: map[string]*calendar.Calendar{"office": hours},
		Events:    []string{"pending", "open"},
		Metrics: []policy.Metric{{
			Name: "fix", Start: policy.Report, Stop: policy.On(policy.Resolved), Pause: policy.On(pending), Resume: policy.On(open),
			Targets: []policy.Target{{Level: "P1", Measure: policy.Measure{Time: 8 * time.Hour}, Calendar: "office", Clause: "SD-1"}},
			Thresholds: []policy.Threshold{
				{Percent: 50, To: "lead", Clause: "SD-2"}, {Percent: 75, To: "head", Clause: "SD-2"},
			},
		}},
	})
	if err != nil {
		t.Fatal(err)
	}
	level, _ := levels.Parse("P1")
	monday := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	return p, []policy.Event{
		{At: monday, Kind: policy.Reported, Severity: level},
		{At: monday.Add(3 * time.Hour), Kind: pending},
		{At: monday.Add(27 * time.Hour), Kind: open},
		{At: monday.Add(29 * time.Hour), Kind: pending},
	}, monday.Add(50 * time.Hour)
}

// releaseLists are the release lists that are drawn.
var releaseLists = []struct{ name, line string }{
	{"releases-cumulocity", `{"agreement":"cumulocity","on":"2026-11-21","releases":[
		{"version":"10.18","released":"2023-12-01","end_of_maintenance":"2025-06-30","sustained_months":24},
		{"version":"10.16","released":"2022-11-01","end_of_maintenance":"2024-03-31","sustained_months":12,"extension_through":"2026-12-31"},
		{"version":"10.20","released":"2025-07-01"},
		{"version":"10.14","released":"2021-06-01","end_of_maintenance":"2022-12-31","sustained_months":12}]}`},
	{"releases-sempre", `{"agreement":"sempre","on":"2026-11-21","releases":[
		{"version":"4.1","released":"2026-03-01","environment":"Linux"},
		{"version":"4.0","released":"2025-01-15","environment":"Linux"},
		{"version":"3.9","released":"2023-05-01","environment":"Linux"},
		{"version":"3.9","released":"2024-02-01","environment":"Windows"},
		{"version":"4.0","released":"2025-10-15","environment":"Windows"}]}`},
	{"releases-portx", `{"agreement":"portx","on":"2026-11-21","releases":[
		{"version":"3.0","released":"2025-09-01"},{"version":"2.4","released":"2025-05-10"},{"version":"2.3","released":"2023-05-10"}]}`},
}

func readReleases(t testing.TB, line string) (*policy.ReleasePolicy, *policy.ReleaseList) {
	t.Helper()
	list, p, err := policy.ReadReleases([]byte(line), []*policy.ReleasePolicy{
		sempre.Releases(), purchased.Releases(), cumulocity.Releases(), ispsystem.Releases(), portx.Releases(),
	})
	if err != nil {
		t.Fatal(err)
	}
	return p, list
}

// office is a calendar with all that a month can show.
func office(t testing.TB) *calendar.Calendar {
	t.Helper()
	date := func(s string) calendar.Date {
		d, err := calendar.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	region, err := calendar.Region{Code: "DE-BY"}, error(nil)
	if err != nil {
		t.Fatal(err)
	}
	week := calendar.Weekdays(9*time.Hour, 17*time.Hour)
	week[time.Wednesday] = []calendar.Window{{Open: 8 * time.Hour, Close: 12 * time.Hour}, {Open: 13 * time.Hour, Close: 18*time.Hour + 30*time.Minute}}
	week[time.Friday] = []calendar.Window{{Open: 22 * time.Hour, Close: 30 * time.Hour}}
	c, err := calendar.New(calendar.Config{
		Zone: "Europe/Berlin", Week: week, Region: region,
		Special:         map[calendar.Date][]calendar.Window{date("2026-03-31"): {{Open: 9 * time.Hour, Close: 12 * time.Hour}}, date("2026-03-10"): nil},
		HolidaysThrough: date("2026-05-20"),
	})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// drawing is a picture with a name.
type drawing struct {
	name string
	svg  []byte
}

// all draws all cases.
func all(t testing.TB, o picture.Options) []drawing {
	t.Helper()
	var list []drawing
	add := func(name string, svg []byte, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		list = append(list, drawing{name, svg})
	}
	for _, c := range tickets {
		p, events, asOf := read(t, c.line)
		svg, err := picture.Ticket(p, events, asOf, o)
		add(c.name, svg, err)
	}
	p, events, asOf := serviceDesk(t)
	svg, err := picture.Ticket(p, events, asOf, o)
	add("ticket-paused", svg, err)
	for _, m := range []time.Month{time.March, time.April, time.May} {
		svg, err := picture.Month(office(t), 2026, m, o)
		add("month-"+m.String(), svg, err)
	}
	for _, c := range releaseLists {
		p, list := readReleases(t, c.line)
		svg, err := picture.Releases(p, list, o)
		add(c.name, svg, err)
	}
	return list
}
