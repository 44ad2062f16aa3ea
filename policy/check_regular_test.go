package policy

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/severity"
	"pgregory.net/rapid"
)

// regularPolicies returns policies of an agreement without promises: one that asks for the
// channel of a report, and one that does not.
func regularPolicies(t *testing.T) (plain, asking *Policy, other severity.Level) {
	t.Helper()
	scale, err := severity.NewScale("desk", "high", "low")
	if err != nil {
		t.Fatal(err)
	}
	foreign, err := severity.NewScale("other", "high", "low")
	if err != nil {
		t.Fatal(err)
	}
	other, _ = foreign.Level(1)
	a := Agreement{Name: "desk", Scale: scale, Location: time.UTC, Events: []string{"shipped"}}
	if plain, err = New(a); err != nil {
		t.Fatal(err)
	}
	a.ReportNeedsChannel = true
	if asking, err = New(a); err != nil {
		t.Fatal(err)
	}
	return plain, asking, other
}

// TestRegular has events that are as those of most tickets, for which the long check is
// left out, and events that are not.
func TestRegular(t *testing.T) {
	plain, asking, other := regularPolicies(t)
	high, _ := plain.Scale().Level(1)
	at := time.Date(2026, 3, 2, 9, 0, 0, 500, time.UTC)
	report := Event{At: at, Kind: Reported, Severity: high, Channel: Email}
	mute := Event{At: at, Kind: Reported, Severity: high}
	after := func(d time.Duration, k Kind) Event { return Event{At: at.Add(d), Kind: k} }
	own, _ := Own(0)
	unknown, _ := Own(1)
	for _, tt := range []struct {
		name   string
		policy *Policy
		events []Event
		want   bool
	}{
		{"nothing", plain, nil, false},
		{"a report", plain, []Event{report}, true},
		{"a report without a channel", plain, []Event{mute}, true},
		{"a report without the channel that it needs", asking, []Event{mute}, false},
		{"a report with it", asking, []Event{report}, true},
		{"no policy", nil, []Event{report}, false},
		{"the zero policy", new(Policy), []Event{report}, false},
		{"two reports", plain, []Event{report, report}, false},
		{"no report first", plain, []Event{after(0, Updated), report}, false},
		{"later", plain, []Event{report, after(1, Updated)}, true},
		{"at the same instant", plain, []Event{report, after(0, Updated)}, true},
		{"a nanosecond earlier", plain, []Event{report, after(-1, Updated)}, false},
		{"a second earlier", plain, []Event{report, after(-time.Second, Updated)}, false},
		{"a kind that is none", plain, []Event{report, after(1, 0)}, false},
		{"one of the agreement", plain, []Event{report, after(1, own)}, true},
		{"one that the agreement does not have", plain, []Event{report, after(1, unknown)}, false},
		{"the last kind", plain, []Event{report, after(1, 63)}, false},
		{"beyond the kinds", plain, []Event{report, after(1, 64+Updated)}, false},
		{"a level where one is", plain, []Event{report, {At: at, Kind: SeverityChanged, Severity: high}}, true},
		{"none where one is", plain, []Event{report, after(1, SeverityChanged)}, false},
		{"one where none is", plain, []Event{report, {At: at, Kind: Updated, Severity: high}}, false},
		{"one of another scale", plain, []Event{report, {At: at, Kind: SeverityChanged, Severity: other}}, false},
		{"a channel", plain, []Event{report, {At: at, Kind: Responded, Channel: Portal}}, true},
		{"one that there is not", plain, []Event{report, {At: at, Kind: Responded, Channel: Portal + 1}}, false},
		{"one where none is said", plain, []Event{report, {At: at, Kind: Updated, Channel: Phone}}, false},
		{"the zero time", plain, []Event{{Kind: Reported, Severity: high}}, false},
		{"the last second", plain, []Event{{At: time.Unix(lastSecond, 0), Kind: Reported, Severity: high}}, true},
		{"the one after it", plain, []Event{{At: time.Unix(lastSecond+1, 0), Kind: Reported, Severity: high}}, false},
	} {
		if got := tt.policy.regular(tt.events); got != tt.want {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// TestPropRegular: nothing is wrong with regular events, and they are in order.
func TestPropRegular(t *testing.T) {
	plain, asking, other := regularPolicies(t)
	high, _ := plain.Scale().Level(1)
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.SampledFrom([]*Policy{plain, asking}).Draw(t, "policy")
		from := rapid.SampledFrom([]int64{firstSecond, 1772442000, lastSecond}).Draw(t, "from")
		var events []Event
		for range rapid.IntRange(1, 6).Draw(t, "n") {
			from += int64(rapid.SampledFrom([]int{0, 0, 1, 1, 3600, -1}).Draw(t, "seconds"))
			e := Event{At: time.Unix(from, rapid.SampledFrom([]int64{0, 0, 1, 999999999}).Draw(t, "nanoseconds")).UTC(), Kind: Kind(rapid.IntRange(0, 70).Draw(t, "kind"))}
			if len(events) == 0 && rapid.IntRange(0, 9).Draw(t, "first") > 0 {
				e.Kind = Reported
			}
			if severeKinds.Has(e.Kind) != (rapid.IntRange(0, 9).Draw(t, "severity") == 0) {
				e.Severity = rapid.SampledFrom([]severity.Level{high, high, high, other}).Draw(t, "level")
			}
			if rapid.IntRange(0, 3).Draw(t, "channel") == 0 {
				e.Channel = Channel(rapid.IntRange(0, 8).Draw(t, "by"))
			}
			events = append(events, e)
		}
		sorted, err := p.check(events)
		if p.regular(events) && (!sorted || err != nil) {
			t.Fatalf("regular, and %v, %v", sorted, err)
		}
	})
}
