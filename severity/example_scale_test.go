package severity_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/severity"
)

// exampleScale is a scale whose texts are known to be right.
func exampleScale() *severity.Scale {
	s, _ := severity.NewScale("acme", "Crisis|Sev 1|P1", "Critical|P2", "Standard")
	return s
}

// exampleLevel is a level of exampleScale.
func exampleLevel(s *severity.Scale, name string) severity.Level {
	l, _ := s.Parse(name)
	return l
}

func ExampleNewScale() {
	s, err := severity.NewScale("acme", "Crisis|Sev 1|P1", "Critical|P2", "Standard")
	fmt.Println(s.Names(), err)
	_, err = severity.NewScale("acme", "Crisis|P1", "Critical|p1")
	fmt.Println(err)
	// Output:
	// [Crisis Critical Standard] <nil>
	// severity: levels[1].aliases[0]: "p1" is an alias of levels[0] already; write each name once
}

func ExampleScale_Name() {
	fmt.Println(exampleScale().Name())
	// Output: acme
}

func ExampleScale_Len() {
	fmt.Println(exampleScale().Len())
	// Output: 3
}

func ExampleScale_Level() {
	s := exampleScale()
	for _, rank := range []int{0, 1, 3, 4} {
		l, ok := s.Level(rank)
		fmt.Printf("%d %q %v\n", rank, l, ok)
	}
	// Output:
	// 0 "" false
	// 1 "Crisis" true
	// 3 "Standard" true
	// 4 "" false
}

func ExampleScale_Levels() {
	for _, l := range exampleScale().Levels() {
		fmt.Println(l.Rank(), l)
	}
	// Output:
	// 1 Crisis
	// 2 Critical
	// 3 Standard
}

func ExampleScale_Parse() {
	s := exampleScale()
	fmt.Println(s.Parse("sev 1"))
	fmt.Println(s.Parse("P3"))
	// Output:
	// Crisis <nil>
	//  severity: "P3" is not a severity of acme; write Crisis, Critical or Standard
}

func ExampleScale_Names() {
	fmt.Println(exampleScale().Names())
	// Output: [Crisis Critical Standard]
}

func ExampleScale_MarshalJSON() {
	out, err := json.Marshal(exampleScale())
	fmt.Println(string(out), err)
	// Output: {"name":"acme","levels":["Crisis|Sev 1|P1","Critical|P2","Standard"]} <nil>
}

func ExampleScale_UnmarshalJSON() {
	var s severity.Scale
	err := json.Unmarshal([]byte(`{"name":"acme","levels":["Crisis|P1","Standard"]}`), &s)
	fmt.Println(s.Names(), err)
	err = json.Unmarshal([]byte(`{"name":"acme","level":["Crisis"]}`), new(severity.Scale))
	fmt.Println(err)
	// Output:
	// [Crisis Standard] <nil>
	// severity: invalid scale: level: unknown field; known are name, levels
}

func ExampleLevel_IsZero() {
	var none severity.Level
	fmt.Println(none.IsZero(), exampleLevel(exampleScale(), "Crisis").IsZero())
	// Output: true false
}

func ExampleLevel_Scale() {
	fmt.Println(exampleLevel(exampleScale(), "Crisis").Scale().Name())
	// Output: acme
}

func ExampleLevel_Rank() {
	fmt.Println(exampleLevel(exampleScale(), "P2").Rank(), severity.Level{}.Rank())
	// Output: 2 0
}

func ExampleLevel_String() {
	fmt.Println(exampleLevel(exampleScale(), "p2"))
	// Output: Critical
}

func ExampleLevel_Names() {
	fmt.Printf("%q\n", exampleLevel(exampleScale(), "Crisis").Names())
	// Output: ["Crisis" "Sev 1" "P1"]
}

func ExampleLevel_MarshalText() {
	out, err := json.Marshal(map[string]severity.Level{"severity": exampleLevel(exampleScale(), "P1")})
	fmt.Println(string(out), err)
	// Output: {"severity":"Crisis"} <nil>
}

func ExampleLevel_GraverThan() {
	s := exampleScale()
	crisis, standard := exampleLevel(s, "Crisis"), exampleLevel(s, "Standard")
	fmt.Println(crisis.GraverThan(standard), standard.GraverThan(crisis), crisis.GraverThan(crisis))
	// Output: true false false
}

func ExampleLevel_Lower() {
	crisis := exampleLevel(exampleScale(), "Crisis")
	for n := range 4 {
		l, ok := crisis.Lower(n)
		fmt.Printf("%d %q %v\n", n, l, ok)
	}
	// Output:
	// 0 "Crisis" true
	// 1 "Critical" true
	// 2 "Standard" true
	// 3 "" false
}

func ExampleLevelError() {
	_, err := exampleScale().Parse("P9")
	var e *severity.LevelError
	fmt.Println(errors.As(err, &e), e.Text, e.Scale.Names())
	// Output: true P9 [Crisis Critical Standard]
}

func ExampleLevelError_Error() {
	_, err := exampleScale().Parse("P9")
	fmt.Println(err.Error())
	// Output: severity: "P9" is not a severity of acme; write Crisis, Critical or Standard
}

func ExampleLevelError_Is() {
	_, err := exampleScale().Parse("P9")
	fmt.Println(errors.Is(err, severity.ErrLevel), errors.Is(err, severity.ErrScale))
	// Output: true false
}
