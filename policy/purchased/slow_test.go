package purchased_test

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
// clock by itself: at which event did it come to be, at which did it begin to
// run, at which did it end, and what was due in between?

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
	At       time.Time       `json:"at"`
	Kind     string          `json:"kind"`
	Severity json.RawMessage `json:"severity"` // "2" or 2
	Channel  string          `json:"channel"`
}

func (e slowEvent) level() int {
	return int(strings.Trim(string(e.Severity), `"`)[0] - '0')
}

// slowHistory is what is known of a ticket at one instant. Levels are 1 (the
// gravest) to 3.
type slowHistory struct {
	events []slowEvent
	level  []int  // the severity right after each event
	open   []bool // whether the ticket is open right after each event
	callIn bool
	change string // the reading purchased.severity_change
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
			AddOns []string `json:"add_ons"`
		} `json:"customer"`
	}
	if err := json.Unmarshal(line, &in); err != nil {
		panic(err)
	}
	readings := map[string]string{
		"purchased.zone":            "-05:00",
		"purchased.holidays":        "state-closings",
		"purchased.severity_change": "fair",
	}
	for name := range readings {
		if value, given := in.Readings[name]; given {
			readings[name] = value
		}
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
		callIn: slices.Contains(in.Customer.AddOns, "call-in"),
		change: readings["purchased.severity_change"],
		hours: slowHours{
			zone:      slowZone(readings["purchased.zone"]),
			statutory: readings["purchased.holidays"] == "statutory",
		},
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
	for _, c := range out.Clocks {
		if c.Due == nil || c.Stopped != nil || c.Due.Before(asOf) {
			continue
		}
		if out.Next == nil || c.Due.Before(out.Next.At) {
			out.Next = &slowNext{At: *c.Due, What: c.Metric + " due"}
		}
	}
	return out
}

var slowLevels = []string{"", "1", "2", "3"}

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
				level++ // PUR-6
			}
		case "resolved", "closed":
			open = false
		case "reopened":
			open = true
		}
		h.level, h.open = append(h.level, level), append(h.open, open)
	}
}
