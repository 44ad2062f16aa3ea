package picture_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/picture"
	"github.com/slaclock/slaclock/policy/policytest"
	"pgregory.net/rapid"
)

func TestCases(t *testing.T) {
	for _, width := range []int{0, picture.MinWidth, 420, 640, 1600, picture.MaxWidth} {
		for _, d := range all(t, picture.Options{Width: width, ID: "x1"}) {
			if err := check(d.svg, "x1"); err != nil {
				t.Errorf("%s, %d wide: %v", d.name, width, err)
			}
		}
	}
}

// The desc tells what the picture shows, for who cannot see it.
func TestDesc(t *testing.T) {
	drawings := map[string]string{}
	for _, d := range all(t, picture.Options{}) {
		s, err := look(d.svg)
		if err != nil {
			t.Fatal(err)
		}
		drawings[d.name] = s.desc
	}
	tests := []struct{ name, want string }{
		{"ticket-holiday-weekend", "As of Fri 3 Jul 2026 12:00 -05:00"},
		{"ticket-holiday-weekend", "Next by itself: response due, Mon 6 Jul 13:00."},
		{"ticket-holiday-weekend", "Response 1, severity 2: 8h on business-hours (PUR-4), started Thu 2 Jul 17:00, due Mon 6 Jul 13:00, running, 5h left."},
		{"ticket-holiday-weekend", "Business-hours is closed from Thu 2 Jul 20:00 to Mon 6 Jul 08:00: Independence Day."},
		{"ticket-crisis", "Step 3, Global Senior Vice President: pending Sun 19 Apr 22:15 (CUM-7)."},
		{"ticket-crisis", "Owned by EMEA from Thu 16 Apr 17:00."},
		{"ticket-clock-change", "Clocks go forward 1h on Sun 8 Mar 2026 03:00 -05:00."},
		{"ticket-unknown", "due unknown: holidays of MY-14 are known through 2026-12-31 only"},
		{"ticket-waits", "waiting for phone"},
		{"ticket-before", "No clock yet"},
		{"ticket-paused", "Fix 1 stood still from Mon 2 Mar 12:00 to Tue 3 Mar 12:00."},
		{"ticket-paused", "paused after 5h."},
		{"ticket-late", "breached, still open."},
		{"month-March", "Tuesday 10 March: closed (special day)."},
		{"month-March", "Sunday 29 March: weekend, clocks forward 1h."},
		{"month-April", "Friday 3 April: Karfreitag."},
		{"month-May", "Thursday 21 May: holidays not known."},
		{"month-May", "Friday 15 May: open 22:00–06:00."},
		{"releases-sempre", "Windows 3.9: previous, support from 1 Feb 2024 to 15 Oct 2026, not supported on that day."},
		{"releases-cumulocity", "10.20: maintenance, support from 1 Jul 2025, open: waits for a published date, supported on that day."},
	}
	for _, tt := range tests {
		if !strings.Contains(drawings[tt.name], tt.want) {
			t.Errorf("%s: %q is not in\n%s", tt.name, tt.want, drawings[tt.name])
		}
	}
}

// What is told in a picture, and cannot be told in another way, is there.
func TestMarks(t *testing.T) {
	has := map[string]string{
		"ticket-holiday-weekend": `>Independence Day</text>`,
		"ticket-clock-change":    `>clocks +1h</text>`,
		"ticket-unknown":         `>holidays not known</text>`,
		"ticket-paused":          `>paused after 5h</text>`,
		"ticket-waits":           `>waiting for phone</text>`,
		"ticket-crisis":          `>on-call</text>`,
		"ticket-late":            `>breached, still open</text>`,
		"month-March":            `>special day</text>`,
		"month-April":            `>Karfreitag</text>`,
	}
	for _, d := range all(t, picture.Options{}) {
		if want := has[d.name]; !strings.Contains(string(d.svg), want) {
			t.Errorf("%s: no %s", d.name, want)
		}
	}
}

// agreements are those whose tickets are drawn at random.
func agreements(t testing.TB) []*policy.Policy {
	var list []*policy.Policy
	for _, i := range []int{0, 1, 2, 3, 6} {
		p, _, _ := read(t, tickets[i].line)
		list = append(list, p)
	}
	p, _, _ := serviceDesk(t)
	return append(list, p)
}

func drawAny(list []*policy.Policy) func(*rapid.T) {
	return func(t *rapid.T) {
		p := rapid.SampledFrom(list).Draw(t, "agreement")
		ticket := policytest.Timelines(p).Draw(t, "ticket")
		width := rapid.SampledFrom([]int{0, picture.MinWidth, 500, 1200}).Draw(t, "width")
		if _, err := p.Explain(ticket.Events, ticket.AsOf); err != nil {
			return
		}
		svg, err := picture.Ticket(p, ticket.Events, ticket.AsOf, picture.Options{Width: width})
		if err != nil {
			t.Fatalf("%v\n%s", err, policytest.Line(p, ticket))
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Fatalf("%v\n%s", err, policytest.Line(p, ticket))
		}
	}
}

func TestPropAnyTicket(t *testing.T) { rapid.Check(t, drawAny(agreements(t))) }

func FuzzTicket(f *testing.F) { f.Fuzz(rapid.MakeFuzz(drawAny(agreements(f)))) }

// However much there is to show, a picture stays small.
func TestBounds(t *testing.T) {
	line := func(n int, kinds ...string) string {
		at := time.Date(2024, time.January, 1, 8, 0, 0, 0, time.UTC)
		var b strings.Builder
		for i := range n {
			at = at.Add(5 * time.Hour)
			fmt.Fprintf(&b, `,{"at":%q,"kind":%q}`, at.Format(time.RFC3339), kinds[i%len(kinds)])
		}
		return b.String()
	}
	tests := []struct{ name, line string }{
		{"updates over three years", `{"agreement":"cumulocity","customer":{"region":"EMEA","country":"DE","report_every":{"Crisis":"4h"}},"events":[
			{"at":"2024-01-01T08:00:00Z","kind":"reported","severity":"Crisis","channel":"phone"}` + line(5000, "updated") + `]}`},
		{"reopened a thousand times", `{"agreement":"cumulocity","customer":{"region":"US","country":"US"},"events":[
			{"at":"2024-01-01T08:00:00Z","kind":"reported","severity":"Crisis","channel":"phone"}` + line(2000, "resolved", "reopened") + `]}`},
		{"asked a thousand times", `{"agreement":"ispsystem","customer":{"product":"DNSmanager","tier":"Standard","country":"DE"},"events":[
			{"at":"2024-01-01T08:00:00Z","kind":"reported","severity":"Low"},{"at":"2024-01-01T08:00:00Z","kind":"registered"}` + line(2000, "info_requested", "customer_replied", "closed", "reopened") + `]}`},
		{"asked for in another age", `{"agreement":"purchased","as_of":"2280-01-01T00:00:00Z","events":[
			{"at":"2024-01-01T08:00:00-05:00","kind":"reported","severity":"2","channel":"email"}]}`},
		{"a moment", `{"agreement":"purchased","events":[{"at":"2024-01-03T08:00:00.000000001-05:00","kind":"reported","severity":"1","channel":"phone"},
			{"at":"2024-01-03T08:00:00.000000002-05:00","kind":"responded","channel":"phone"}]}`},
	}
	for _, tt := range tests {
		p, events, asOf := read(t, tt.line)
		for _, width := range []int{picture.MinWidth, 0, picture.MaxWidth} {
			svg, err := picture.Ticket(p, events, asOf, picture.Options{Width: width})
			if err != nil {
				t.Errorf("%s: %v", tt.name, err)
				continue
			}
			if err := check(svg, "slaclock"); err != nil {
				t.Errorf("%s, %d wide: %v", tt.name, width, err)
			}
		}
	}
}

func TestManyReleases(t *testing.T) {
	var b strings.Builder
	for i := range 3000 {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"version":"%d.0","released":"%d-01-01","environment":"<env & %d>"}`, i+1, 1000+i, i%100)
	}
	p, list := readReleases(t, `{"agreement":"sempre","on":"4000-01-01","releases":[`+b.String()+`]}`)
	svg, err := picture.Releases(p, list, picture.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := check(svg, "slaclock"); err != nil {
		t.Error(err)
	}
	if want := ">and 2940 more releases</text>"; !strings.Contains(string(svg), want) {
		t.Errorf("no %s", want)
	}
}

func TestPropAnyMonth(t *testing.T) {
	c := office(t)
	rapid.Check(t, func(t *rapid.T) {
		year, month := rapid.IntRange(1, 9999).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month"))
		svg, err := picture.Month(c, year, month, picture.Options{Width: rapid.IntRange(picture.MinWidth, 1000).Draw(t, "width")})
		if err != nil {
			t.Fatal(err)
		}
		if err := check(svg, "slaclock"); err != nil {
			t.Fatal(err)
		}
	})
	many := calendar.Week{}
	for i := range 200 {
		many[time.Monday] = append(many[time.Monday], calendar.Window{Open: time.Duration(i) * 5 * time.Minute, Close: time.Duration(i)*5*time.Minute + time.Minute})
	}
	busy, err := calendar.New(calendar.Config{Zone: "UTC", Week: many})
	if err != nil {
		t.Fatal(err)
	}
	svg, err := picture.Month(busy, 2026, time.June, picture.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := check(svg, "slaclock"); err != nil {
		t.Error(err)
	}
}
