package policy_test

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy"
)

// TestRealEventOrders sends the incidents of a ServiceNow instance through each
// agreement: real orders of events, with updates out of order, repeated ones, and
// changes of priority. Nothing is known of what is due on them, so it is the laws
// that are held: no error, true states, no negative time, and occurrences that
// add up.
func TestRealEventOrders(t *testing.T) {
	folder := os.Getenv("SLACLOCK_DATA")
	if folder == "" {
		t.Skip("SLACLOCK_DATA does not name the folder with uci-incidents-a.csv")
	}
	rows, err := readIncidents(filepath.Join(folder, "uci-incidents-a.csv"))
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 7465 {
		t.Errorf("%d incidents, want 7465", len(rows))
	}
	for i, ticket := range benchTickets {
		t.Run(ticket.name, func(t *testing.T) {
			p, _, _ := benchTicket(t, i)
			tickets, total, breached := 0, 0, 0
			for _, incident := range rows {
				events, err := incidentEvents(p, incident)
				if err != nil {
					t.Fatal(err)
				}
				tickets, total = tickets+1, total+len(events)
				breached += checkIncident(t, p, incident[0].number, events)
				if t.Failed() {
					return
				}
			}
			t.Logf("%d tickets, %d events, %d clocks breached", tickets, total, breached)
		})
	}
}

// An incidentRow is a row of the log: how an incident stood after an update.
type incidentRow struct {
	number, state string
	priority      int
	reopened      string // how often so far
	opened, at    time.Time
}

// readIncidents reads the log, incident by incident, rows in file order.
func readIncidents(file string) ([][]incidentRow, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	r := csv.NewReader(f)
	if _, err := r.Read(); err != nil {
		return nil, err
	}
	var incidents [][]incidentRow
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return incidents, nil
		}
		if err != nil {
			return nil, err
		}
		row := incidentRow{number: fields[0], state: fields[1], reopened: fields[4]}
		if _, err := fmt.Sscan(fields[9], &row.priority); err != nil {
			return nil, err
		}
		// The log writes no zone.
		if row.opened, err = time.ParseInLocation("2/1/2006 15:04", fields[7], time.UTC); err != nil {
			return nil, err
		}
		if row.at, err = time.ParseInLocation("2/1/2006 15:04", fields[8], time.UTC); err != nil {
			return nil, err
		}
		if n := len(incidents); n > 0 && incidents[n-1][0].number == row.number {
			incidents[n-1] = append(incidents[n-1], row)
		} else {
			incidents = append(incidents, []incidentRow{row})
		}
	}
}

// incidentEvents maps an incident to events: each row says what has changed
// since the one before.
func incidentEvents(p *policy.Policy, rows []incidentRow) ([]policy.Event, error) {
	first := rows[0]
	for _, row := range rows { // a few rows are older than the opening
		if row.at.Before(first.opened) {
			first.opened = row.at
		}
	}
	level, ok := p.Scale().Level(min(first.priority, p.Scale().Len()))
	if !ok {
		return nil, fmt.Errorf("incident %s: priority %d", first.number, first.priority)
	}
	channel := policy.Email
	if first.priority == 1 {
		channel = policy.Phone
	}
	events := []policy.Event{{At: first.opened, Kind: policy.Reported, Severity: level, Channel: channel},
		{At: first.opened, Kind: policy.Registered}}
	was := incidentRow{state: "New", priority: first.priority, reopened: "0"}
	for _, row := range rows {
		add := func(kind policy.Kind) { events = append(events, policy.Event{At: row.at, Kind: kind}) }
		if row.reopened != was.reopened {
			add(policy.Reopened)
		}
		if row.priority != was.priority {
			level, ok := p.Scale().Level(min(row.priority, p.Scale().Len()))
			if !ok {
				return nil, fmt.Errorf("incident %s: priority %d", row.number, row.priority)
			}
			events = append(events, policy.Event{At: row.at, Kind: policy.SeverityChanged, Severity: level})
		}
		if row.state != was.state {
			if was.state == "Awaiting User Info" {
				add(policy.CustomerReplied)
				add(policy.InfoReceived)
			}
			switch row.state {
			case "Active":
				add(policy.Responded)
			case "Awaiting User Info", "Awaiting Evidence":
				add(policy.InfoRequested)
			case "Awaiting Vendor":
				add(policy.Updated)
			case "Awaiting Problem":
				add(policy.DevelopmentRequired)
			case "Resolved":
				add(policy.Resolved)
			case "Closed":
				add(policy.Closed)
			}
		}
		was = row
	}
	return events, nil
}

// checkIncident holds the laws on one ticket, at its middle and after its end,
// and returns how many of its clocks are breached.
func checkIncident(t *testing.T, p *policy.Policy, number string, events []policy.Event) (breached int) {
	from := events[0].At.Add(-time.Hour)
	last := from
	for _, e := range events {
		if e.At.After(last) {
			last = e.At
		}
	}
	middle, end := events[len(events)/2].At, last.Add(30*24*time.Hour)
	for _, asOf := range []time.Time{middle, end} {
		a, err := p.Evaluate(events, asOf)
		if err != nil {
			t.Errorf("incident %s: %v", number, err)
			return 0
		}
		breached = 0
		for i := range a.Clocks {
			c := &a.Clocks[i]
			stopped, over := c.Stopped.Get()
			due, owed := c.Due.Get()
			elapsed, _ := c.Elapsed.Get()
			late := owed && (over && due.Before(stopped) || !over && due.Before(asOf))
			if late != (c.State == policy.Breached) || over == (c.State == policy.Running || c.State == policy.Waiting) && !late || elapsed < 0 || c.Unknown() != nil {
				t.Errorf("incident %s, %s %d: %v, due %v, stopped %v, elapsed %v", number, c.Metric, c.Round, c.State, c.Due, c.Stopped, elapsed)
			}
			if late {
				breached++
			}
		}
	}
	first, err1 := p.Occurrences(events, from, middle)
	second, err2 := p.Occurrences(events, middle, end)
	whole, err3 := p.Occurrences(events, from, end)
	if err := errors.Join(err1, err2, err3); err != nil {
		t.Errorf("incident %s: %v", number, err)
	}
	parts := append(first, second...)
	for i := range max(len(parts), len(whole)) {
		if i >= len(parts) || i >= len(whole) || parts[i].ID != whole[i].ID {
			t.Errorf("incident %s: occurrences up to %v and on:\n%v\nthrough:\n%v", number, middle, parts, whole)
			break
		}
	}
	return breached
}
