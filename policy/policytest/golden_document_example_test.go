package policytest_test

import (
	"fmt"

	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/policytest"
)

// What Goldens compares with a document's cases: an urgent ticket has an hour, in the gold
// tier half an hour, and there is no third tier.
func ExampleAnswersFor() {
	d, err := document.Decode([]byte(`{"schema":1,"name":"desk","levels":[{"name":"urgent"}],"zone":"UTC",
		"attributes":[{"name":"tier","type":"text","values":["gold","silver"],"default":"silver"}],
		"calendars":[{"name":"always","zone":"UTC","week":{"mon":[["00:00","24:00"]]}}],
		"metrics":[{"name":"response","start":["reported"],"stop":["responded","resolved"],"targets":[
			{"measure":"1h","calendar":"always","clause":"§ 2"},
			{"when":{"tier":"gold"},"measure":"30m","calendar":"always","clause":"§ 3"}]}]}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	answer := policytest.AnswersFor(d.Policy)
	for _, attributes := range []string{`{"tier":"gold"}`, `{"tier":"bronze"}`} {
		out, err := answer([]byte(`{"agreement":"desk","attributes":` + attributes + `,"events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"urgent"}]}`))
		fmt.Println(string(out), err)
	}
	// Output:
	// {"agreement":"desk","as_of":"2026-03-02T09:00:00Z","severity":"urgent","clocks":[{"metric":"response","round":1,"severity":"urgent","target":"30m0s","calendar":"always","clause":"§ 3","started":"2026-03-02T09:00:00Z","due":"2026-03-02T09:30:00Z","state":"running","elapsed":"0s","remaining":"30m0s","elapsed_wall":"0s"}],"escalation":[],"next":{"at":"2026-03-02T09:30:00Z","what":"response due"},"readings":{}} <nil>
	//  policy: attributes[tier]: "bronze" is not one of its values; write gold or silver
}
