package sempre_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/policy/sempre"
)

// minutes is the length of the day that the slow twin walks.
const minutes = 40

// slowCharges walks the minutes up to asOf and asks for each whether it is
// charged; the clause read from its end, with no interval in sight. ok is false
// where the events contradict each other.
func slowCharges(list events, asOf int) (charged [minutes]bool, final, ok bool) {
	var order []sempre.ChargeEvent
	for m := range minutes {
		for _, e := range list {
			if minuteOf(e.At) == m {
				order = append(order, e)
			}
		}
	}
	isError, found, wasError := false, false, false
	for _, e := range order {
		wasError = wasError || e.Kind == sempre.FoundError
		if e.Kind == sempre.FoundNotError && wasError {
			return charged, false, false
		}
		if minuteOf(e.At) <= asOf {
			isError = isError || e.Kind == sempre.FoundError
			found = found || e.Kind == sempre.FoundError || e.Kind == sempre.FoundNotError
		}
	}
	holds := func(m int) (yes bool) { // a consent holds in the minute that begins at m
		for _, e := range order {
			if minuteOf(e.At) <= m && e.Kind == sempre.Consented {
				yes = true
			}
			if minuteOf(e.At) <= m && (e.Kind == sempre.StopReceived || e.Kind == sempre.FoundNotError) {
				yes = false
			}
		}
		return yes
	}
	worked := func(m int) bool {
		return slices.ContainsFunc(order, func(e sempre.ChargeEvent) bool {
			return e.Kind == sempre.Work && minuteOf(e.At) <= m && (e.Until.IsZero() || m < minuteOf(e.Until))
		})
	}
	for m := range min(asOf, minutes) {
		charged[m] = !isError && holds(m) && worked(m)
	}
	return charged, isError || found && !holds(asOf), true
}

func minuteOf(t time.Time) int { return int(t.Sub(at("00:00")) / time.Minute) }

func drawCharges(t *rapid.T) events {
	minute := rapid.IntRange(0, minutes-1)
	instant := func(label string) time.Time {
		zone := time.FixedZone("", rapid.IntRange(-14, 14).Draw(t, "zone")*3600)
		return at("00:00").Add(time.Duration(minute.Draw(t, label)) * time.Minute).In(zone)
	}
	var list events
	for range rapid.IntRange(0, 9).Draw(t, "events") {
		e := sempre.ChargeEvent{Kind: sempre.ChargeKind(rapid.SampledFrom([]int{1, 1, 1, 2, 2, 3, 4, 5}).Draw(t, "kind")), At: instant("at")}
		if e.Kind == sempre.Work && rapid.Bool().Draw(t, "ended") {
			if e.Until = instant("until"); e.Until.Before(e.At) {
				e.At, e.Until = e.Until, e.At
			}
		}
		list = append(list, e)
	}
	return list
}

func TestPropSEM7_SlowTwinAgrees(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		list, asOf := drawCharges(t), rapid.IntRange(0, minutes-1).Draw(t, "as of")
		want, final, ok := slowCharges(list, asOf)
		got, err := sempre.Charges(list, at("00:00").Add(time.Duration(asOf)*time.Minute))
		if !ok {
			if !errors.Is(err, sempre.ErrCharges) {
				t.Fatalf("got error %v, want an ErrCharges", err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		var have [minutes]bool
		for i, interval := range got.Intervals {
			if !interval.From.Before(interval.Until) || i > 0 && !got.Intervals[i-1].Until.Before(interval.From) {
				t.Fatalf("intervals are empty, out of order or not apart: %v", got.Intervals)
			}
			for m := minuteOf(interval.From); m < minuteOf(interval.Until); m++ {
				have[m] = true
			}
		}
		if diff := cmp.Diff(want, have); diff != "" || got.Final != final {
			t.Fatalf("final %v, want %v; minutes charged (-want +got)\n%s", got.Final, final, diff)
		}

		// Events after asOf have no effect, and the order of those at different
		// instants has none either (G10).
		known := slices.DeleteFunc(slices.Clone(list), func(e sempre.ChargeEvent) bool { return minuteOf(e.At) > asOf })
		slices.SortStableFunc(known, func(a, b sempre.ChargeEvent) int { return a.At.Compare(b.At) })
		again, err := sempre.Charges(known, at("00:00").Add(time.Duration(asOf)*time.Minute))
		if diff := cmp.Diff(got, again); err != nil || diff != "" {
			t.Fatalf("by time and without later events: %v (-want +got)\n%s", err, diff)
		}
	})
}
