package whatif_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

// What if 3 March becomes a holiday?
func Example() {
	holiday, err := whatif.ParseOverrides("customer.country=B")
	if err != nil {
		fmt.Println(err)
		return
	}
	summary := whatif.NewSummary(10)
	for _, story := range []string{"Mid email 02T16:00 as of 03T13:00", "Mid email 09T16:00 as of 10T13:00"} {
		ticket, err := parse("T-1", story)
		if err != nil {
			fmt.Println(err)
			return
		}
		diff, err := whatif.Compare(ticket, shop, holiday.Maker(shop))
		if err != nil {
			fmt.Println(err)
			return
		}
		if err := diff.Explain(ticket); err != nil {
			fmt.Println(err)
			return
		}
		summary.Add(&diff)
		for _, clock := range diff.Clocks {
			by, _ := clock.Moved()
			fmt.Println(diff.ID, clock.Metric, "moves by", by, clock.Old.State, clock.New.State)
			for _, cause := range clock.Causes {
				fmt.Println("  because of", cause.Kind, cause.Name)
			}
		}
	}
	fmt.Println(summary.Differing(), "of", summary.Tickets(), "tickets differ,", summary.Saved().Total, "saved")
	// Output:
	// T-1 response moves by 24h0m0s breached running
	//   because of hours hours
	//   because of closed Foundation Day
	// T-1 resolution moves by 24h0m0s running running
	//   because of hours hours
	//   because of closed Foundation Day
	// 1 of 2 tickets differ, 1 saved
}

func ExampleCompare() {
	ticket, err := parse("T-1", "Mid email 02T09:00 as of 02T10:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	longer, err := whatif.ParseOverrides("shop.resolution=3 days")
	if err != nil {
		fmt.Println(err)
		return
	}
	diff, err := whatif.Compare(ticket, shop, longer.Maker(shop))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(diff.Clocks[0].Metric, diff.Clocks[0].Old.Due, diff.Clocks[0].New.Due)
	// Output: resolution 2026-03-04T17:00:00Z 2026-03-05T17:00:00Z
}

func ExampleParseOverrides() {
	o, err := whatif.ParseOverrides("purchased.zone=America/New_York, customer.country=DE-BY")
	for _, one := range o.List() {
		fmt.Println(one.Name, one.Value)
	}
	fmt.Println(err)
	_, err = whatif.ParseOverrides("country=DE")
	fmt.Println(err)
	// Output:
	// purchased.zone America/New_York
	// customer.country DE-BY
	// <nil>
	// whatif: override "country=DE": is neither a reading, such as purchased.zone, nor a field of the customer, such as customer.country
}

func ExampleDiff_AppendJSON() {
	ticket, err := parse("T-1", "Mid phone 02T09:00 as of 05T10:00")
	if err != nil {
		fmt.Println(err)
		return
	}
	none, err := whatif.ParseOverrides("shop.resolution=none")
	if err != nil {
		fmt.Println(err)
		return
	}
	diff, err := whatif.Compare(ticket, shop, none.Maker(shop))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", diff.AppendJSON(nil))
	// Output:
	// {"id":"T-1","agreement":"shop","as_of":"2026-03-05T10:00:00Z","clocks":[{"metric":"resolution","round":1,"old":{"severity":"Mid","target":"2 business days","calendar":"hours","clause":"SHP-3","started":"2026-03-02T09:00:00Z","due":"2026-03-04T17:00:00Z","state":"breached"},"verdict":"saved","because":[{"kind":"reading","name":"shop.resolution","old":"2 days","new":"none"},{"kind":"clause","name":"SHP-3","old":"SHP-3"}]}],"readings":[{"kind":"reading","name":"shop.resolution","old":"2 days","new":"none"}]}
}

func ExampleNewSummary() {
	s := whatif.NewSummary(10)
	s.Add(new(whatif.Diff))
	fmt.Println(s.Tickets(), s.Differing())
	fmt.Printf("%s\n", s.AppendJSON(nil))
	// Output:
	// 1 0
	// {"tickets":1,"differ":0,"rows":[],"breached":{"total":0,"list":[]},"saved":{"total":0,"list":[]},"because":[]}
}
