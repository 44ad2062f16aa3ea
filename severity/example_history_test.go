package severity_test

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/slaclock/slaclock/severity"
)

// threeLevels is a scale whose texts are known to be right.
func threeLevels() *severity.Scale {
	s, _ := severity.NewScale("acme", "Crisis|P1", "Critical|P2", "Standard")
	return s
}

// levelNamed is a level of threeLevels.
func levelNamed(s *severity.Scale, name string) severity.Level {
	l, _ := s.Parse(name)
	return l
}

// exampleHistory is a ticket that was reported as a Crisis, and lowered by a
// workaround an hour later.
func exampleHistory(s *severity.Scale) severity.History {
	h, _ := severity.NewHistory(
		severity.Entry{From: nine, Level: levelNamed(s, "Crisis"), By: severity.Customer, What: "reported"},
		severity.Entry{From: nine.Add(time.Hour), Level: levelNamed(s, "Critical"), By: severity.Terms, What: "workaround_accepted"},
	)
	return h
}

// nine is an instant to tell examples by.
var nine = time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)

// exampleLowering lowers by one level.
func exampleLowering(s *severity.Scale) severity.Lowering {
	l, _ := severity.NewLowering(s, severity.LoweringConfig{Kind: severity.OneLevel, Clause: "4.5", Reason: "a workaround lowers the level by one"})
	return l
}

func ExampleNewLowering() {
	s := threeLevels()
	l, err := severity.NewLowering(s, severity.LoweringConfig{
		Kind: severity.ByDefinition, To: map[string]string{"Crisis": "Standard", "Critical": "Standard"},
		Clause: "4.5", Reason: "what has a workaround is Standard",
	})
	fmt.Println(l.Names(), err)
	_, err = severity.NewLowering(s, severity.LoweringConfig{
		Kind: severity.ByDefinition, To: map[string]string{"Standard": "Crisis"}, Clause: "4.5", Reason: "the other way round",
	})
	fmt.Println(err)
	// Output:
	// map[Crisis:Standard Critical:Standard] <nil>
	// severity: to[Standard]: "Crisis" is not a less grave level; write one after Standard of Crisis, Critical or Standard
}

func ExampleLowering_Kind() {
	fmt.Println(exampleLowering(threeLevels()).Kind())
	// Output: one level
}

func ExampleLowering_Clause() {
	fmt.Println(exampleLowering(threeLevels()).Clause())
	// Output: 4.5
}

func ExampleLowering_Reason() {
	fmt.Println(exampleLowering(threeLevels()).Reason())
	// Output: a workaround lowers the level by one
}

func ExampleLowering_After() {
	s := threeLevels()
	l := exampleLowering(s)
	level := levelNamed(s, "Crisis")
	for lowered := true; lowered; {
		level, lowered = l.After(level)
		fmt.Println(level, lowered)
	}
	// Output:
	// Critical true
	// Standard true
	// Standard false
}

func ExampleLowering_Names() {
	fmt.Println(exampleLowering(threeLevels()).Names())
	// Output: map[Crisis:Critical Critical:Standard]
}

func ExampleParseParty() {
	p, err := severity.ParseParty("supplier")
	fmt.Println(p == severity.Supplier, err)
	_, err = severity.ParseParty("user")
	fmt.Println(err)
	// Output:
	// true <nil>
	// severity: party: "user" is not a party; write customer, supplier or terms
}

func ExamplePartyNames() {
	fmt.Println(severity.PartyNames())
	// Output: [customer supplier terms]
}

func ExampleParty_String() {
	fmt.Println(severity.Customer, severity.Supplier, severity.Terms)
	// Output: customer supplier terms
}

func ExampleParty_MarshalText() {
	out, err := json.Marshal([]severity.Party{severity.Customer, 0})
	fmt.Println(string(out), err)
	// Output: ["customer",""] <nil>
}

func ExampleParty_UnmarshalText() {
	var p severity.Party
	err := json.Unmarshal([]byte(`"terms"`), &p)
	fmt.Println(p, err)
	// Output: terms <nil>
}

func ExampleSetter_Allows() {
	s := severity.Setter{By: []severity.Party{severity.Supplier}, Clause: "4.6", Reason: "the supplier determines the severity"}
	fmt.Println(s.Allows(severity.Supplier), "/", s.Allows(severity.Customer))
	fmt.Println(severity.Setter{}.Allows(severity.Customer))
	// Output:
	// named / not named
	// unsaid
}

func ExampleAuthority_Check() {
	a := severity.Authority{
		Report: severity.Setter{By: []severity.Party{severity.Supplier}, Clause: "4.6", Reason: "the supplier determines the severity"},
	}
	fmt.Println(a.Check(exampleHistory(threeLevels())))
	// Output: severity: history[0].by: "customer" is not named: the supplier determines the severity (4.6); it is for supplier
}

func ExampleNewHistory() {
	s := threeLevels()
	h, err := severity.NewHistory(
		severity.Entry{From: nine.Add(time.Hour), Level: levelNamed(s, "Critical")},
		severity.Entry{From: nine, Level: levelNamed(s, "Crisis")},
	)
	for _, e := range h.Entries() {
		fmt.Println(e.From.Format("15:04"), e.Level, err)
	}
	_, err = severity.NewHistory(severity.Entry{From: nine})
	fmt.Println(err)
	// Output:
	// 09:00 Crisis <nil>
	// 10:00 Critical <nil>
	// severity: history[0].severity: is missing; write the level that holds from there on
}

func ExampleHistory_With() {
	s := threeLevels()
	h := exampleHistory(s)
	late, err := h.With(severity.Entry{From: nine.Add(30 * time.Minute), Level: levelNamed(s, "Standard"), By: severity.Supplier})
	fmt.Println(h.Len(), late.Len(), err)
	fmt.Println(late.At(nine.Add(45 * time.Minute)))
	// Output:
	// 2 3 <nil>
	// Standard true
}

func ExampleHistory_Len() {
	fmt.Println(exampleHistory(threeLevels()).Len(), severity.History{}.Len())
	// Output: 2 0
}

func ExampleHistory_Entries() {
	for _, e := range exampleHistory(threeLevels()).Entries() {
		fmt.Println(e.From.Format("15:04"), e.Level, e.By, e.What)
	}
	// Output:
	// 09:00 Crisis customer reported
	// 10:00 Critical terms workaround_accepted
}

func ExampleHistory_At() {
	h := exampleHistory(threeLevels())
	for _, t := range []time.Time{nine.Add(-1), nine, nine.Add(time.Hour - 1), nine.Add(time.Hour)} {
		l, ok := h.At(t)
		fmt.Printf("%s %q %v\n", t.Format("15:04:05.999999999"), l, ok)
	}
	// Output:
	// 08:59:59.999999999 "" false
	// 09:00:00 "Crisis" true
	// 09:59:59.999999999 "Crisis" true
	// 10:00:00 "Critical" true
}

func ExampleHistory_EntryAt() {
	e, ok := exampleHistory(threeLevels()).EntryAt(nine.Add(2 * time.Hour))
	fmt.Println(e.Level, e.What, ok)
	// Output: Critical workaround_accepted true
}

func ExampleHistory_Changes() {
	s := threeLevels()
	h, err := exampleHistory(s).With(severity.Entry{From: nine.Add(2 * time.Hour), Level: levelNamed(s, "Critical"), What: "said again"})
	fmt.Println(h.Len(), len(h.Changes()), err)
	// Output: 3 2 <nil>
}

func ExampleHistory_Equal() {
	s := threeLevels()
	h := exampleHistory(s)
	fmt.Println(h.Equal(exampleHistory(s)), h.Equal(severity.History{}))
	// Output: true false
}

func ExampleHistory_MarshalJSON() {
	out, err := json.Marshal(exampleHistory(threeLevels()))
	fmt.Println(string(out), err)
	// Output: [{"from":"2026-03-02T09:00:00Z","severity":"Crisis","by":"customer","what":"reported"},{"from":"2026-03-02T10:00:00Z","severity":"Critical","by":"terms","what":"workaround_accepted"}] <nil>
}

func ExampleParseHistory() {
	s := threeLevels()
	h, err := severity.ParseHistory(s, []byte(`[{"from":"2026-03-02T10:00:00+01:00","severity":"p1","by":"customer"}]`))
	fmt.Println(h.Len(), err)
	fmt.Println(h.At(nine))
	_, err = severity.ParseHistory(s, []byte(`[{"from":"2026-03-02","severity":"p1"}]`))
	fmt.Println(err)
	// Output:
	// 1 <nil>
	// Crisis true
	// severity: history[0].from: "2026-03-02" is not an instant; write one such as 2026-03-02T09:00:00+01:00
}

func ExampleLowering_Scale() {
	s := threeLevels()
	fmt.Println(exampleLowering(s).Scale() == s, severity.Lowering{}.Scale() == nil)
	// Output: true true
}

func ExampleEntry_String() {
	s := threeLevels()
	fmt.Println(severity.Entry{From: nine, Level: levelNamed(s, "P1"), By: severity.Customer, What: "reported"})
	fmt.Println(severity.Entry{From: nine, Level: levelNamed(s, "P1")})
	// Output:
	// Crisis from 2026-03-02T09:00:00Z (customer: reported)
	// Crisis from 2026-03-02T09:00:00Z
}

// An entry has the same JSON alone and in a history.
func ExampleEntry_MarshalJSON() {
	out, err := json.Marshal(exampleHistory(threeLevels()).Entries()[1])
	fmt.Println(string(out), err)
	// Output: {"from":"2026-03-02T10:00:00Z","severity":"Critical","by":"terms","what":"workaround_accepted"} <nil>
}

func ExampleHistory_String() {
	fmt.Println(exampleHistory(threeLevels()))
	// Output: Crisis from 2026-03-02T09:00:00Z (customer: reported), Critical from 2026-03-02T10:00:00Z (terms: workaround_accepted)
}
