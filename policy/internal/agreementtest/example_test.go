package agreementtest_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/internal/agreementtest"
	"github.com/slaclock/slaclock/policy/policytest"
	"github.com/slaclock/slaclock/policy/portx"
	"pgregory.net/rapid"
)

// A table of what a text says, and four questions to it, of which the last one finds
// that the table is not whole. In a test, t is the test's own.
func ExampleCoverage() {
	var t failures
	coverage := agreementtest.Coverage{
		Rules:      lendingRules,
		Conditions: []string{"card suspended L-1 1"},
		Exclusions: []string{"reference not_covered L-2 2 b", "late chargeable L-3"}, // no section is judged
	}
	fmt.Println(coverage.Facts("late"))
	fmt.Println(coverage.Rows("late"))
	for _, row := range coverage.Exclusions {
		coverage.Alone(&t, row)
	}
	coverage.Want(&t, coverage.Excluded(), policy.NotCovered, coverage.Rows("card", "reference", "late")...)
	coverage.Refused(&t, "no such fact")
	fmt.Printf("%q\n", t.String())
	coverage.Complete(&t)
	fmt.Println(t.String())
	// Output:
	// map[card:true late:true]
	// [late chargeable L-3]
	// ""
	// the rules know
	// 	card late reference teacher
	// and the rows have
	// 	card late reference
}

func ExampleWords_Spec() {
	ticket := rapid.Custom(deskWords.Spec).Example(1)
	early := ticket.Until(ticket.Reported().Add(-1)) // leaves the report alone
	fmt.Println(early.Agreement, early.Events[0].Kind, early.Events[0].Channel)
	// Output: desk reported email
}

// More words of one's own can stand beside those of Spec.
func ExampleWords_OnDay() {
	leap := rapid.Custom(func(t *rapid.T) time.Time {
		at := deskWords.OnDay(t, agreementtest.Spec{}, time.Date(2028, time.February, 29, 0, 0, 0, 0, time.UTC))
		return deskWords.Written(t, at)
	}).Example(1)
	fmt.Println(leap.Sub(time.Date(2028, time.February, 28, 23, 0, 0, 0, time.UTC)) < 26*time.Hour)
	// Output: true
}

func ExampleWords_Written() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	same := rapid.Custom(func(t *rapid.T) time.Time { return deskWords.Written(t, at) }).Example(1)
	fmt.Println(same.Equal(at))
	// Output: true
}

func ExampleSpec_Line() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := agreementtest.Spec{Agreement: "desk", Events: []agreementtest.SpecEvent{{At: at, Kind: "reported", Severity: "high"}}}
	fmt.Printf("%s\n", ticket.Line())
	// Output: {"agreement":"desk","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"high"}]}
}

// The same ticket, asked for an hour after the report and without what came then.
func ExampleSpec_Until() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := agreementtest.Spec{Agreement: "desk", Events: []agreementtest.SpecEvent{{At: at, Kind: "reported"}, {At: at.AddDate(0, 0, 1), Kind: "closed"}}}
	early := ticket.Until(at.Add(time.Hour)).At(ticket.Reported().Add(time.Hour))
	fmt.Printf("%s\n", early.Line())
	// Output: {"agreement":"desk","as_of":"2026-03-02T10:00:00Z","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported"}]}
}

func ExampleSpec_At() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	fmt.Printf("%s\n", agreementtest.Spec{Agreement: "desk"}.At(at).Line())
	// Output: {"agreement":"desk","as_of":"2026-03-02T09:00:00Z","events":null}
}

func ExampleSpec_Reported() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	ticket := agreementtest.Spec{Events: []agreementtest.SpecEvent{{At: at.Add(time.Hour), Kind: "closed"}, {At: at, Kind: "reported"}}}
	fmt.Println(ticket.Reported().Format(time.TimeOnly), agreementtest.Spec{}.Reported().IsZero())
	// Output: 09:00:00 true
}

// The twin of the desk is held against the agreement. In a test, t is the test's own.
func ExampleTwin_Agrees() {
	var t failures
	twin := agreementtest.Twin{
		Specs:  rapid.Custom(deskWords.Spec),
		Answer: func(line []byte) any { return deskTwin(line) }, // written from the text alone
	}
	twin.Agrees(&t, policytest.Answers(newDesk))
	fmt.Printf("%q\n", t.String())
	// Output: ""
}

func ExampleTwin_Sane() {
	var t failures // in a test, t is the test's own
	desk.Sane(&t)
	fmt.Printf("%q\n", t.String())
	// Output: ""
}

// A case of somebody who took the hour for two.
func ExampleTwin_Cases() {
	var t failures // in a test, t is the test's own
	const wrong = `{"in":{"agreement":"desk","as_of":"2026-03-02T10:30:00Z","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"high"}]},` +
		`"out":{"next":{"at":"2026-03-02T11:00:00Z","what":"answer due"}},"why":"two hours"}`
	desk.Cases(&t, []byte(wrong), false)
	fmt.Println(t.String())
	// Output:
	// {"agreement":"desk","as_of":"2026-03-02T10:30:00Z","events":[{"at":"2026-03-02T09:00:00Z","kind":"reported","severity":"high"}]}
	// why: two hours
	// case wanted, twin got:
	//   next: want {"at":"2026-03-02T11:00:00Z","what":"answer due"}
	//         got  nothing
}

// A test reads with os.ReadFile.
func ExampleReadCases() {
	var t failures // in a test, t is the test's own
	read := func(name string) ([]byte, error) { return []byte(name), nil }
	fmt.Printf("%s\n", agreementtest.ReadCases(&t, read, "..", "testdata", "cases.jsonl"))
	agreementtest.ReadCases(&t, read, "", "cases.jsonl") // the folder is not known
	fmt.Println(t.String())
	// Output:
	// ../testdata/cases.jsonl
	// skip: nothing names the folder of "cases.jsonl"
}

func ExampleSayReleases() {
	var t failures // in a test, t is the test's own
	fmt.Println(agreementtest.SayReleases(&t, portx.Releases(), "2024-03-01", `{"version":"3.1","released":"2024-03-01"}`, ""))
	// Output: 3.1 current open supported POR-5 support,maintenance
}

func ExampleDate() {
	var t failures // in a test, t is the test's own
	leap, march := agreementtest.Date(&t, "2028-02-29"), agreementtest.Date(&t, "2028-03-01")
	agreementtest.Date(&t, "2027-02-29")
	fmt.Println(leap.DaysUntil(march), t.String())
	// Output: 1 calendar: date "2027-02-29": the day must be 1 to 28
}

func ExampleReply() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	used := agreementtest.ReplySpan(90 * time.Minute)
	text, err := json.Marshal(agreementtest.ReplyClock{Metric: "answer", Round: 1, Severity: "high", Target: "4h0m0s", Clause: "§1", Started: &at, State: "met", Elapsed: &used})
	fmt.Printf("%s %v\n", text, err)
	// Output: {"metric":"answer","round":1,"severity":"high","target":"4h0m0s","clause":"§1","started":"2026-03-02T09:00:00Z","state":"met","elapsed":"1h30m0s"} <nil>
}

// The instants beside which the next event is drawn.
func ExampleReply_Dues() {
	at := time.Date(2026, time.March, 2, 9, 0, 0, 0, time.UTC)
	fmt.Println(agreementtest.Reply{Clocks: []agreementtest.ReplyClock{{Metric: "answer", Due: &at}, {Metric: "answer", Due: &at, Stopped: &at}}}.Dues())
	// Output: [2026-03-02 09:00:00 +0000 UTC]
}

func ExampleReplySpan_UnmarshalText() {
	var s agreementtest.ReplySpan
	err := s.UnmarshalText([]byte("1h30m"))
	text, _ := s.MarshalText()
	fmt.Printf("%s %v\n", text, err)
	// Output: 1h30m0s <nil>
}
