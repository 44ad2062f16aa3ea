package document_test

import (
	"encoding/json"
	"fmt"

	"github.com/slaclock/slaclock/policy/document"
)

func ExampleMeasure_MarshalJSON() {
	text, err := json.Marshal([]document.Measure{{Text: "5 business days"}, {Attribute: "response_days"}})
	fmt.Println(string(text), err)
	// Output: ["5 business days",{"attribute":"response_days"}] <nil>
}

func ExampleMeasure_UnmarshalJSON() {
	var m document.Measure
	fmt.Println(json.Unmarshal([]byte(`"90m"`), &m), m.Text)
	fmt.Println(json.Unmarshal([]byte(`90`), &m), m.Text)
	// Output:
	// <nil> 90m
	// document: line 1, column 1: 90 must be a text such as "8h", or {"attribute":"…"} 90m
}

func ExampleValue_MarshalJSON() {
	text, err := json.Marshal([]*document.Value{document.Text("DE"), document.FromAttribute("country")})
	fmt.Println(string(text), err)
	// Output: ["DE",{"attribute":"country"}] <nil>
}

func ExampleValue_UnmarshalJSON() {
	var v document.Value
	err := json.Unmarshal([]byte(`{"attribute":"hub_holidays","key":"EMEA"}`), &v)
	fmt.Println(v.Attribute, v.Key, err)
	// Output: hub_holidays EMEA <nil>
}

func ExampleZone_MarshalJSON() {
	text, err := json.Marshal([]document.Zone{{Calendar: "office"}, {Value: *document.Text("UTC")}})
	fmt.Println(string(text), err)
	// Output: [{"calendar":"office"},"UTC"] <nil>
}

func ExampleZone_UnmarshalJSON() {
	var z document.Zone
	err := json.Unmarshal([]byte(`{"calendar":"office"}`), &z)
	fmt.Println(z.Calendar, err)
	// Output: office <nil>
}

func ExampleWhen_MarshalJSON() {
	text, err := json.Marshal(document.When{"tier": {"gold"}, "region": {"EMEA", "APJ"}})
	fmt.Println(string(text), err)
	// Output: {"region":["EMEA","APJ"],"tier":"gold"} <nil>
}

func ExampleWhen_UnmarshalJSON() {
	var w document.When
	err := json.Unmarshal([]byte(`{"tier":"gold","region":["EMEA","APJ"]}`), &w)
	fmt.Println(w, err)
	// Output: region EMEA or APJ, tier gold <nil>
}
