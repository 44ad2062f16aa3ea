package portx_test

import (
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/slaclock/slaclock/policy/internal/agreementtest"
)

// The slow twin answers a ticket under this agreement a second time, from the
// clauses alone, so that the library can be compared with it. It keeps no state
// that moves from event to event. It knows the whole history and asks, for each
// clock by itself: at which event did it start, at which did it end, and what
// was due in between?

// slowReply is the twin's answer. Its form is that of the command; twins share
// nothing else, so that one mistake cannot hide in all of them.
type slowReply struct {
	agreementtest.Reply
	asOf time.Time
}

type (
	slowClock = agreementtest.ReplyClock
	slowNext  = agreementtest.ReplyNext
	slowSpan  = agreementtest.ReplySpan
)

// slowEvent is one event as it was handed in.
type slowEvent struct {
	At       time.Time `json:"at"`
	Kind     string    `json:"kind"`
	Severity string    `json:"severity"` // "S2" or "s2"
	Channel  string    `json:"channel"`
}

func (e slowEvent) level() int {
	return slices.Index(slowLevels, strings.ToUpper(e.Severity))
}

// slowHistory is what is known of a ticket at one instant. Levels are 1 (the
// gravest) to 4.
type slowHistory struct {
	events []slowEvent
	level  []int          // the severity right after each event
	open   []bool         // whether the ticket is open right after each event
	days   map[string]int // POR-4: business days by severity
	change string         // the reading portx.severity_change
	hours  slowHours
}

// slowAnswer answers one ticket, a line that is known to be valid.
func slowAnswer(line []byte) slowReply {
	var in struct {
		ID, Agreement string
		AsOf          string            `json:"as_of"`
		Readings      map[string]string `json:"readings"`
		Events        []slowEvent       `json:"events"`
		Customer      struct {
			Zone         string         `json:"zone"`
			Country      string         `json:"country"`
			ResponseDays map[string]int `json:"response_days"`
		} `json:"customer"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		panic(err)
	}
	readings := map[string]string{"portx.severity_change": "fair"}
	if value, given := in.Readings["portx.severity_change"]; given {
		readings["portx.severity_change"] = value
	}

	slices.SortStableFunc(in.Events, func(a, b slowEvent) int { return a.At.Compare(b.At) })
	asOf := in.Events[len(in.Events)-1].At
	if in.AsOf != "" {
		var err error
		if asOf, err = time.Parse(time.RFC3339, in.AsOf); err != nil {
			panic(err)
		}
	} else {
		in.AsOf = asOf.Format(time.RFC3339Nano)
	}
	h := slowHistory{
		days:   in.Customer.ResponseDays,
		change: readings["portx.severity_change"],
		hours:  slowHours{zone: slowZone(in.Customer.Zone), country: in.Customer.Country},
	}
	for _, e := range in.Events {
		if !e.At.After(asOf) {
			h.events = append(h.events, e)
		}
	}
	h.labelEvents()

	form := agreementtest.Reply{ID: in.ID, Agreement: in.Agreement, AsOf: in.AsOf, Clocks: []slowClock{}, Readings: readings}
	out := slowReply{Reply: form, asOf: asOf}
	if len(h.events) == 0 {
		return out
	}
	out.Severity = slowLevels[h.level[len(h.level)-1]]
	out.Clocks = h.clocks(asOf)
	for _, c := range out.Clocks { // at most one of them has not stopped
		if c.Due != nil && c.Stopped == nil && !c.Due.Before(asOf) {
			out.Next = &slowNext{At: *c.Due, What: "response due"}
		}
	}
	return out
}

var slowLevels = []string{"", "S1", "S2", "S3", "S4"}

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
		case "workaround_accepted":
			if open && level < 3 {
				level = 3 // POR-3
			}
		case "resolved", "closed":
			open = false
		case "reopened":
			open = true
		}
		h.level, h.open = append(h.level, level), append(h.open, open)
	}
}
