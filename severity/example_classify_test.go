package severity_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/severity"
)

// exampleClassifier tells three levels from two facts.
func exampleClassifier() *severity.Classifier {
	c, _ := severity.NewClassifier(exampleConfig())
	return c
}

func exampleConfig() severity.ClassifierConfig {
	scale, _ := severity.NewScale("acme", "Crisis", "Critical", "Standard")
	return severity.ClassifierConfig{
		Scale: scale,
		Facts: []severity.Fact{
			{Name: "system", Asks: "does the system work?", Answers: []severity.Answer{
				{Name: "down", Means: "not at all"}, {Name: "limited", Means: "with limits"}, {Name: "up", Means: "yes"},
			}},
			{Name: "workaround", Asks: "is there a way around?", Answers: []severity.Answer{
				{Name: "none", Means: "no"}, {Name: "accepted", Means: "yes, and it is accepted"},
			}},
		},
		Rules: []severity.Rule{
			{Key: "no_way_around", Clause: "4.1", Reason: "nothing gets around a system that is down",
				When: []severity.Condition{severity.Is("system", "down"), severity.Is("workaround", "accepted")}},
			{Key: "down", Level: "Crisis", Clause: "4.2", Reason: "the system is down",
				When: []severity.Condition{severity.Is("system", "down")}},
			{Key: "limited", Level: "Critical", Clause: "4.3", Reason: "the system is limited without a way around",
				When: []severity.Condition{severity.Is("system", "limited"), severity.Is("workaround", "none")}},
			{Key: "eased", Between: []string{"Critical", "Standard"}, Clause: "4.3", Reason: "the text does not say what a workaround makes of a limited system",
				When: []severity.Condition{severity.Is("system", "limited")}},
			{Key: "up", Level: "Standard", Clause: "4.4", Reason: "the system works"},
		},
	}
}

func ExampleNewClassifier() {
	cfg := exampleConfig()
	_, err := severity.NewClassifier(cfg)
	fmt.Println(err)
	cfg.Rules = cfg.Rules[:4]
	_, err = severity.NewClassifier(cfg)
	fmt.Println(err)
	// Output:
	// <nil>
	// severity: rules: "system up, workaround none" is decided by no rule; add one, even if it only says what is left open
}

func ExampleIs() {
	limited := severity.Is("system", "down", "limited")
	fmt.Println(limited.Fact, limited.Is)
	// Output: system [down limited]
}

func ExampleClassifier_Scale() {
	fmt.Println(exampleClassifier().Scale().Names())
	// Output: [Crisis Critical Standard]
}

func ExampleClassifier_Facts() {
	for _, f := range exampleClassifier().Facts() {
		fmt.Println(f.Name, f.Asks)
		for _, a := range f.Answers {
			fmt.Println("-", a.Name, a.Means)
		}
	}
	// Output:
	// system does the system work?
	// - down not at all
	// - limited with limits
	// - up yes
	// workaround is there a way around?
	// - none no
	// - accepted yes, and it is accepted
}

func ExampleClassifier_Classify() {
	c := exampleClassifier()
	for _, facts := range []severity.Facts{
		{"system": "down"},
		{"system": "limited"},
		{"system": "limited", "workaround": "accepted"},
		{"system": "down", "workaround": "accepted"},
		{"system": "slow"},
	} {
		got, err := c.Classify(facts)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(got)
	}
	// Output:
	// Crisis: the system is down: system down (4.2)
	// severity: acme: Critical or Standard is possible; give workaround (none or accepted)
	// severity: acme: Critical or Standard is possible: the text does not say what a workaround makes of a limited system (4.3); whoever sets the severity must name one
	// severity: acme: system "down" and workaround "accepted" contradict each other: nothing gets around a system that is down (4.1); change system (limited or up), or workaround (none)
	// severity: acme: system: "slow" is not an answer; write down, limited or up
}

func ExampleClassification_String() {
	got, err := exampleClassifier().Classify(severity.Facts{"system": "up"})
	fmt.Println(got.String(), err)
	// Output: Standard: the system works (4.4) <nil>
}

func ExampleClassification() {
	got, err := exampleClassifier().Classify(severity.Facts{"system": "down"})
	if err != nil {
		fmt.Println(err)
		return
	}
	out, err := json.Marshal(got)
	fmt.Println(string(out), err)
	// Output: {"severity":"Crisis","rule":"down","clause":"4.2","reason":"the system is down: system down"} <nil>
}

func ExampleFactsError() {
	_, err := exampleClassifier().Classify(severity.Facts{"system": "limited"})
	var e *severity.FactsError
	fmt.Println(errors.As(err, &e), e.Levels, e.Valid[0].Name, e.Valid[0].Asks)
	// Output: true [Critical Standard] workaround is there a way around?
}

func ExampleFactsError_Error() {
	_, err := exampleClassifier().Classify(severity.Facts{"sistem": "up"})
	fmt.Println(err.Error())
	// Output: severity: acme: "sistem" is not a fact; write system or workaround
}

func ExampleFactsError_Is() {
	_, err := exampleClassifier().Classify(nil)
	fmt.Println(errors.Is(err, severity.ErrMissing), errors.Is(err, severity.ErrContradiction))
	// Output: true false
}

func ExamplePlaceError() {
	_, err := severity.NewClassifier(severity.ClassifierConfig{})
	var e *severity.PlaceError
	fmt.Println(errors.As(err, &e), e.Place)
	// Output: true scale
}

func ExamplePlaceError_Error() {
	_, err := severity.ParseParty("boss")
	fmt.Println(err.Error())
	// Output: severity: party: "boss" is not a party; write customer, supplier or terms
}

func ExamplePlaceError_Is() {
	_, err := severity.ParseParty("boss")
	fmt.Println(errors.Is(err, severity.ErrParty))
	// Output: true
}
