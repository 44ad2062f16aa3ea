package escalation_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/slaclock/slaclock/escalation"
	"pgregory.net/rapid"
)

// TestPropCUM9_SlowTwin compares a watch with the twin that walks minutes, and
// its tenures with both: they follow each other without gaps, so that nobody
// owns a ticket twice at an instant, and the default region owns whenever it is
// open. Several tickets share a rota.
func TestPropCUM9_SlowTwin(t *testing.T) {
	w := newWorld(t)
	w.add(t, made(t, "Europe/Berlin", withBreak())) // a fifth
	rapid.Check(t, func(t *rapid.T) {
		which := rapid.Permutation([]int{1, 2, 3, 4, 5}).Draw(t, "regions")[:rapid.IntRange(1, 4).Draw(t, "how many")]
		r := escalation.Regions{Default: rapid.IntRange(0, len(which)-1).Draw(t, "default")}
		var slow []slowRegion
		for _, i := range which {
			name := fmt.Sprint("region ", i)
			r.List = append(r.List, escalation.Region{Name: name, Calendar: w.calendars[i]})
			slow = append(slow, slowRegion{name, w.hours[i]})
		}
		rota := rotaOf(t, r)
		for range rapid.IntRange(1, 3).Draw(t, "tickets") {
			followSlowly(t, w, rota, slow, r.Default, which[0])
		}
	})
}

// followSlowly follows a ticket by a rota that other tickets may have used, and minute by
// minute by the twin.
func followSlowly(t *rapid.T, w *world, rota *escalation.Rota, slow []slowRegion, byDefault, edges int) {
	receipt := drawMinute(t, w.hours[edges], 1440+rapid.IntRange(0, 5*1440).Draw(t, "receipt"))
	until := min(receipt+rapid.IntRange(0, 8*1440).Draw(t, "minutes"), slowMinutes-1)
	stays := rapid.Bool().Draw(t, "stays")
	want := slowOwners(slow, byDefault, receipt, until, stays)

	watch := escalation.NewWatch(rota)
	if err := watch.Receive(minute(receipt), stays); err != nil {
		t.Fatal(err)
	}
	half := receipt + (until-receipt)/2
	tenures, err := watch.Tenures(minute(half))
	if err != nil {
		t.Fatal(err)
	}
	rest, err := watch.Tenures(minute(until))
	if err != nil {
		t.Fatal(err)
	}
	at := minute(receipt)
	for _, tenure := range append(tenures, rest...) {
		if !tenure.From.Equal(at) || !tenure.From.Before(tenure.Until) {
			t.Fatalf("a tenure from %v to %v follows one up to %v", tenure.From, tenure.Until, at)
		}
		for at = tenure.From; at.Before(tenure.Until); at = at.Add(time.Minute) {
			if m := int(at.Sub(slowEpoch) / time.Minute); want[m-receipt] != tenure.Region {
				t.Fatalf("%s owns at %v, want %s", tenure.Region, at, want[m-receipt])
			} else if slow[byDefault].open[m] && tenure.Region != slow[byDefault].name {
				t.Fatalf("%s owns at %v, while the default region is open", tenure.Region, at)
			}
		}
	}
	if !at.Equal(minute(until)) {
		t.Fatalf("the tenures end at %v", at)
	}
	rows, k := watch.Owners(), -1
	for m, owner := range want {
		if k+1 < len(rows) && !rows[k+1].From.After(minute(receipt+m)) {
			k++
		}
		if rows[k].Region != owner {
			t.Fatalf("row %v, want %s at %v", rows[k], owner, minute(receipt+m))
		}
	}
	if k != len(rows)-1 {
		t.Fatalf("%d rows too many", len(rows)-1-k)
	}
}

// TestPropCUM9_Permuted: the names of the regions mean nothing. If they are given to
// other calendars, each comes in the answer where the name of its calendar came before.
func TestPropCUM9_Permuted(t *testing.T) {
	w := newWorld(t)
	rapid.Check(t, func(t *rapid.T) {
		names := []string{"EMEA", "APJ", "US"}
		others := rapid.Permutation(names).Draw(t, "names")
		byDefault := rapid.IntRange(0, 2).Draw(t, "default")
		receipt := minute(rapid.IntRange(0, 6*1440).Draw(t, "receipt"))
		stays := rapid.Bool().Draw(t, "stays")
		rows := func(names []string) []escalation.Owner {
			r := escalation.Regions{Default: byDefault}
			for i, name := range names {
				r.List = append(r.List, escalation.Region{Name: name, Calendar: w.calendars[i+1]})
			}
			watch := escalation.NewWatch(rotaOf(t, r))
			if err := watch.Receive(receipt, stays); err != nil {
				t.Fatal(err)
			}
			if err := watch.Advance(receipt.Add(10 * 24 * time.Hour)); err != nil {
				t.Fatal(err)
			}
			return watch.Owners()
		}
		plain, permuted := rows(names), rows(others)
		if len(plain) != len(permuted) {
			t.Fatalf("%v and %v", plain, permuted)
		}
		for k, row := range plain {
			for i, name := range names {
				if row.Region == name {
					row.Region = others[i]
					break
				}
			}
			if row != permuted[k] {
				t.Fatalf("%v, want %v", permuted[k], row)
			}
		}
	})
}
