package whatif_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleDiff_AppendJSON() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	diff.Clocks = diff.Clocks[:1] // to be short
	fmt.Printf("%s\n", diff.AppendJSON(nil))
	// Output:
	// {"id":"T-1","agreement":"purchased","as_of":"2026-03-16T19:45:00-05:00","clocks":[{"metric":"response","round":1,"old":{"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T11:30:00-05:00","due":"2026-03-16T19:30:00-05:00","state":"breached"},"new":{"severity":"2","target":"8h0m0s","calendar":"business-hours","clause":"PUR-4","started":"2026-03-16T12:30:00-04:00","due":"2026-03-17T08:30:00-04:00","state":"running"},"moved":"12h0m0s","verdict":"saved","because":[{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"}]}],"next":{"old":{"at":"2026-03-23T20:00:00-05:00","what":"resolution due"},"new":{"at":"2026-03-17T08:30:00-04:00","what":"response due"}},"readings":[{"kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York"}]}
}

func ExampleSummary_AppendJSON() {
	diff, err := whatif.Compare(late(), asIs, withOverrides("purchased.zone=America/New_York"))
	if err != nil {
		fmt.Println(err)
		return
	}
	s := whatif.NewSummary(10)
	s.Add(&diff)
	fmt.Printf("%s\n", s.AppendJSON(nil))
	// Output:
	// {"tickets":1,"differ":1,"rows":[{"agreement":"purchased","metric":"resolution","severity":"2","clocks":1,"differ":1,"earlier":1,"later":0,"appeared":0,"vanished":0,"breached":0,"saved":0,"min":"-1h0m0s","median":"-1h0m0s","max":"-1h0m0s"},{"agreement":"purchased","metric":"response","severity":"2","clocks":1,"differ":1,"earlier":0,"later":1,"appeared":0,"vanished":0,"breached":0,"saved":1,"min":"12h0m0s","median":"12h0m0s","max":"12h0m0s"}],"breached":{"total":0,"list":[]},"saved":{"total":1,"list":[{"id":"T-1","agreement":"purchased","metric":"response","round":1,"severity":"2"}]},"because":[{"agreement":"purchased","kind":"reading","name":"purchased.zone","old":"-05:00","new":"America/New_York","clocks":2}]}
}
