package severity_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/severity"
)

func ExampleMode_IsValid() {
	var mode severity.Mode // the default
	fmt.Println(mode, mode.IsValid(), severity.Mode(3).IsValid())
	// Output: fair true false
}

func ExampleMode_String() {
	fmt.Println(severity.Fair, severity.FromStart, severity.FromChange)
	// Output: fair from_start from_change
}

func ExampleMode_MarshalText() {
	text, err := json.Marshal(map[string]severity.Mode{"severity_change": severity.FromChange})
	fmt.Println(string(text), err)
	// Output: {"severity_change":"from_change"} <nil>
}

func ExampleMode_UnmarshalText() {
	var settings struct {
		Mode severity.Mode `json:"severity_change"`
	}
	err := json.Unmarshal([]byte(`{"severity_change":"from_start"}`), &settings)
	fmt.Println(settings.Mode, err)
	// Output: from_start <nil>
}
