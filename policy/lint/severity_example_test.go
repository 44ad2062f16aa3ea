package lint_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/policy/lint"
)

func ExampleSeverityNames() {
	fmt.Println(lint.SeverityNames())
	// Output:
	// [note warning error]
}

func ExampleParseSeverity() {
	s, err := lint.ParseSeverity("warning")
	fmt.Println(s == lint.Warning, err)
	_, err = lint.ParseSeverity("fatal")
	fmt.Println(err)
	// Output:
	// true <nil>
	// lint: severity of findings: "fatal" is not a severity of findings; write note, warning or error
}

func ExampleSeverity_MarshalText() {
	text, err := json.Marshal(map[lint.Severity]int{lint.Error: 2})
	fmt.Println(string(text), err)
	// Output:
	// {"error":2} <nil>
}

func ExampleSeverity_UnmarshalText() {
	var s lint.Severity
	fmt.Println(s.UnmarshalText([]byte("error")), s)
	// Output:
	// <nil> error
}

func ExampleFinding_MarshalJSON() {
	text, err := json.Marshal([]lint.Finding{{Code: "no-ticket", Severity: lint.Error, What: "all tickets that were tried are refused"}})
	fmt.Println(string(text), err)
	// Output:
	// [{"code":"no-ticket","severity":"error","what":"all tickets that were tried are refused"}] <nil>
}
