package cumulocity_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// The slow twin answers a ticket under this agreement a second time, from the
// clauses alone, so that the library can be compared with it. It keeps no state
// that moves from event to event. It knows the whole history and asks, for each
// clock by itself: at which event did it come to be, at which instant did it
// begin to run, at which event did it end, and what was due in between? The
// ladder (slow_ladder_test.go) and the owners (slow_owner_test.go) are walked
// once, each by itself.

// slowEvent is one event as it was handed in.
type slowEvent struct {
	At       time.Time `json:"at"`
	Kind     string    `json:"kind"`
	Severity string    `json:"severity"`
	Channel  string    `json:"channel"`
}

// Levels by their number: a smaller one is graver.
const (
	crisis   = 1
	critical = 2
	standard = 3
)

var slowLevels = []string{"", "Crisis", "Critical", "Standard"}

func (e slowEvent) level() int { return slowLevel(e.Severity) }

func slowLevel(name string) int {
	return slices.IndexFunc(slowLevels, func(level string) bool { return strings.EqualFold(level, name) })
}

// slowTarget is what a metric is measured by: a time round the clock or, with
// days, the close of a business day.
type slowTarget struct {
	span time.Duration
	days int
}

func (g slowTarget) String() string {
	switch g.days {
	case 0:
		return g.span.String()
	case 1:
		return "1 business day"
	}
	return strconv.Itoa(g.days) + " business days"
}

// slowHistory is what is known of a ticket at one instant.
type slowHistory struct {
	events   []slowEvent
	level    []int  // the severity right after each event
	open     []bool // whether the ticket is open right after each event
	asOf     time.Time
	readings map[string]string
	reports  map[int]slowTarget // how often a status report is owed, by level
	home     string             // the default region
	hub      slowHub            // its hub
	hubs     map[string]slowHub // all three
}

type slowInput struct {
	ID, Agreement string
	AsOf          string            `json:"as_of"`
	Readings      map[string]string `json:"readings"`
	Events        []slowEvent       `json:"events"`
	Customer      struct {
		Region, Country string
		HubHolidays     map[string]string `json:"hub_holidays"`
		ReportEvery     map[string]string `json:"report_every"`
	} `json:"customer"`
}

// slowAnswer answers one ticket, a line that is known to be valid.
func slowAnswer(line []byte) slowReply {
	var in slowInput
	if err := json.Unmarshal(line, &in); err != nil {
		panic(err)
	}
	h := in.history()
	slices.SortStableFunc(in.Events, func(a, b slowEvent) int { return a.At.Compare(b.At) })
	h.asOf = in.Events[len(in.Events)-1].At
	if in.AsOf != "" {
		var err error
		if h.asOf, err = time.Parse(time.RFC3339, in.AsOf); err != nil {
			panic(err)
		}
	} else {
		in.AsOf = h.asOf.Format(time.RFC3339Nano)
	}
	for _, e := range in.Events {
		if !e.At.After(h.asOf) {
			h.events = append(h.events, e)
		}
	}
	h.labelEvents()

	out := slowReply{
		Reply: agreementtest.Reply{
			ID: in.ID, Agreement: in.Agreement, AsOf: in.AsOf, Readings: h.readings, Escalation: []slowStep{}, Ownership: []slowOwner{},
		},
		Clocks: []slowClock{}, asOf: h.asOf,
	}
	if len(h.events) == 0 {
		return out
	}
	out.Severity = slowLevels[h.level[len(h.level)-1]]
	out.Clocks = h.clocks()
	out.Escalation, out.stepsUnclear = h.ladders()
	var handOver *slowNext
	out.Ownership, handOver, out.ownerUnknown = h.owners()

	for _, c := range out.Clocks {
		switch {
		case c.State == "waiting" && !c.starts.IsZero():
			out.nexts = append(out.nexts, slowNext{At: c.starts.Time, What: c.Metric + " starts"})
		case c.Due != nil && c.Stopped == nil && !c.Due.Before(h.asOf):
			out.nexts = append(out.nexts, slowNext{At: *c.Due, What: c.Metric + " due"})
		}
	}
	for _, s := range out.Escalation {
		if s.State == "pending" && s.At != nil {
			out.nexts = append(out.nexts, slowNext{At: *s.At, What: "escalation step " + strconv.Itoa(s.Step)})
		}
	}
	if handOver != nil {
		out.nexts = append(out.nexts, *handOver)
	}
	out.Next = out.nextOf(true, true)
	return out
}

// nextOf is the earliest of what changes by itself, the first in the order of
// the answer among several; steps and hand-overs can be left out.
func (r slowReply) nextOf(steps, owners bool) *slowNext {
	var next *slowNext
	for _, n := range r.nexts {
		if !steps && strings.HasPrefix(n.What, "escalation") || !owners && strings.HasPrefix(n.What, "hand-over") {
			continue
		}
		if next == nil || n.At.Before(next.At) {
			next = &n
		}
	}
	return next
}

// history is what the ticket says of the customer and of the readings.
func (in slowInput) history() slowHistory {
	h := slowHistory{
		home: in.Customer.Region,
		readings: map[string]string{
			"cumulocity.zone":              "local",
			"cumulocity.other_hubs":        "weekdays",
			"cumulocity.reaction_standard": "24h",
			"cumulocity.no_call":           "opening",
			"cumulocity.severity_change":   "fair",
		},
		reports: map[int]slowTarget{critical: {days: 1}}, // CUM-6
		hubs:    map[string]slowHub{},
	}
	for name := range h.readings {
		if value, given := in.Readings[name]; given {
			h.readings[name] = value
		}
	}
	for level, every := range in.Customer.ReportEvery {
		var g slowTarget
		if days, found := strings.CutSuffix(every, " business days"); found {
			g.days, _ = strconv.Atoi(days)
		} else {
			g.span, _ = time.ParseDuration(every)
		}
		h.reports[slowLevel(level)] = g
	}
	for _, region := range slowRegions {
		country := "NONE" // CUM-1: open every Monday to Friday
		if region == h.home || h.readings["cumulocity.other_hubs"] == "customer" {
			country = in.Customer.Country
		}
		if own, given := in.Customer.HubHolidays[region]; given {
			country = own
		}
		h.hubs[region] = slowHub{zone: slowZone(h.readings["cumulocity.zone"], region), country: country}
	}
	h.hub = h.hubs[h.home]
	return h
}

// labelEvents notes after each event the severity and whether the ticket is
// open. They are the only two facts that depend on nothing but the event before.
func (h *slowHistory) labelEvents() {
	for i, e := range h.events {
		level, open := 0, false
		if i > 0 {
			level, open = h.level[i-1], h.open[i-1]
		}
		switch e.Kind {
		case "reported":
			level, open = e.level(), true
		case "severity_changed":
			level = e.level() // after the end too: the label alone (T9)
		case "resolved", "closed":
			open = false
		case "reopened":
			open = true
		}
		h.level, h.open = append(h.level, level), append(h.open, open)
	}
}

// receives says whether event i opens the ticket: the report, or a reopening
// after the end (T10).
func (h slowHistory) receives(i int) bool {
	return i == 0 || h.events[i].Kind == "reopened" && !h.open[i-1]
}

// receipt is the event that opened the ticket for event i.
func (h slowHistory) receipt(i int) int {
	for !h.receives(i) {
		i--
	}
	return i
}

// byPhone says whether the report or reopening r came by telephone; a reopening
// that names no channel came as the report did (T10).
func (h slowHistory) byPhone(r int) bool {
	if h.events[r].Channel != "" {
		return h.events[r].Channel == "phone"
	}
	return h.events[0].Channel == "phone"
}

// calls says whether the customer and the support speak by telephone at event
// i: a contact (T2), or a response by telephone (T1).
func (h slowHistory) calls(i int) bool {
	e := h.events[i]
	return e.Kind == "contacted" && (e.Channel == "" || e.Channel == "phone") ||
		e.Kind == "responded" && e.Channel == "phone"
}

// callMissing says whether, right after event i, a Crisis waits for its call
// (CUM-3). Only a report or a reopening as a Crisis does, and only until the
// first call or change (T8).
func (h slowHistory) callMissing(i int) bool {
	r := h.receipt(i)
	if h.level[r] != crisis || h.byPhone(r) {
		return false
	}
	for k := r + 1; k <= i; k++ {
		if h.calls(k) || h.level[k] != h.level[k-1] {
			return false
		}
	}
	return true
}

// unknownText is what stands in place of a time that depends on unknown days.
func (h slowHistory) unknownText() string {
	return "holidays of " + h.hub.country + " are known through 2026-12-31 only"
}

func (h slowHistory) print(t time.Time) *time.Time {
	t = t.In(h.hub.zone)
	return &t
}

// earlier and later choose between two instants of which one or both may be
// unknown (G9): an instant within the known days is earlier than an unknown one.
func (h slowHistory) earlier(a, b slowWhen) slowWhen {
	if b.unknown {
		a, b = b, a
	}
	switch {
	case b.unknown: // both are
		return b
	case a.unknown && h.hub.within(b.Time):
		return b
	case a.unknown || a.Before(b.Time):
		return a
	}
	return b
}

func (h slowHistory) later(a, b slowWhen) slowWhen {
	if a.unknown || !b.unknown && a.After(b.Time) {
		return a
	}
	return b
}
