package cumulocity

import "github.com/slaclock/slaclock/severity"

// definitions is the clause that cites 4.2, whose table defines the severities
// above their reaction times.
const definitions = "CUM-2"

// Classifier returns a classifier of the definitions in the table of 4.2: it determines
// Crisis, Critical or Standard from impact, software, operations and workaround. Its levels
// are those of the scale on, such as that of a policy; nil means the agreement's own scale.
// If some facts fit one definition and some another, classifying returns an error that names
// the levels; by 4.2 the supplier determines which one applies.
func Classifier(on *severity.Scale) (*severity.Classifier, error) {
	on, err := on.Or(scale)
	if err != nil {
		return nil, err
	}
	return severity.NewClassifier(severity.ClassifierConfig{Scale: on, Facts: classifyFacts(), Rules: classifyRules()})
}

// Lowering returns what an accepted workaround does to a level: by itself, nothing. That
// there is no workaround is part of the definition of Critical, but the text lets the
// supplier determine the level and has no rule that lowers it. A nil scale means the
// agreement's own.
func Lowering(on *severity.Scale) (severity.Lowering, error) {
	on, err := on.Or(scale)
	if err != nil {
		return severity.Lowering{}, err
	}
	return severity.NewLowering(on, severity.LoweringConfig{
		Kind:   severity.NoLowering,
		Reason: "no clause lowers a severity; the supplier may determine another one",
	})
}

// Authority returns who may set a severity: by 4.2 Global Support determines it, so the
// supplier does, at the report and later.
func Authority() severity.Authority {
	s := severity.Setter{
		By: []severity.Party{severity.Supplier}, Clause: definitions,
		Reason: "the supplier's Global Support determines the severity by the table of 4.2",
	}
	return severity.Authority{Report: s, Change: s}
}

// Answers that more than one rule names.
const (
	severe      = "severe"
	significant = "significant"
	some        = "some"

	unusable        = "unusable"
	severelyLimited = "severely_limited"
	usable          = "usable"

	stopped    = "stopped"
	restricted = "restricted"
	unimpeded  = "unimpeded"

	none       = "none"
	acceptable = "acceptable"
)

// classifyFacts returns the facts by which the definitions tell levels apart.
func classifyFacts() []severity.Fact {
	return []severity.Fact{
		{Name: "impact", Asks: "what is the impact on the business?", Answers: []severity.Answer{
			{Name: severe, Means: "severe, such as production that is down"},
			{Name: significant, Means: "significant, with a significant loss of service"},
			{Name: some, Means: "some, no more than an inconvenience"},
		}},
		{Name: "software", Asks: "can the software be used?", Answers: []severity.Answer{
			{Name: unusable, Means: "it cannot"},
			{Name: severelyLimited, Means: "it can, with severe limits"},
			{Name: usable, Means: "it can"},
		}},
		{Name: "operations", Asks: "can operations go on?", Answers: []severity.Answer{
			{Name: stopped, Means: "they cannot reasonably go on"},
			{Name: restricted, Means: "they can, in a restricted way"},
			{Name: unimpeded, Means: "they are not significantly impeded"},
		}},
		{Name: "workaround", Asks: "is there an acceptable way around it?", Answers: []severity.Answer{
			{Name: none, Means: "there is none"},
			{Name: acceptable, Means: "there is one"},
		}},
	}
}

// classifyRules returns the definitions of 4.2. Each has several criteria, and the text does
// not say what holds if only some of them are met.
func classifyRules() []severity.Rule {
	is := severity.Is
	return []severity.Rule{
		{Key: "stopped_despite_workaround", Clause: definitions,
			When:   []severity.Condition{is("operations", stopped), is("workaround", acceptable)},
			Reason: "with an acceptable workaround operations can go on"},
		{Key: "stopped_without_impact", Clause: definitions,
			When:   []severity.Condition{is("impact", some), is("operations", stopped)},
			Reason: "operations that cannot go on are more than some impact"},
		{Key: "severe_without_effect", Clause: definitions,
			When:   []severity.Condition{is("impact", severe), is("operations", unimpeded)},
			Reason: "a severe impact impedes operations"},
		{Key: "crisis", Level: crisis, Clause: definitions,
			When:   []severity.Condition{is("impact", severe), is("software", unusable), is("operations", stopped)},
			Reason: "the impact is severe, the software cannot be used, and operations cannot go on"},
		{Key: "critical", Level: critical, Clause: definitions,
			When:   []severity.Condition{is("impact", significant), is("software", severelyLimited), is("operations", restricted), is("workaround", none)},
			Reason: "the impact is significant, the software severely limited, operations restricted, and no workaround acceptable"},
		{Key: "standard", Level: standard, Clause: definitions,
			When:   []severity.Condition{is("impact", some), is("software", usable), is("operations", unimpeded)},
			Reason: "there is some impact, the software can be used, and operations are not significantly impeded"},
		{Key: "crisis_or_critical", Between: []string{crisis, critical}, Clause: definitions,
			When:   []severity.Condition{is("impact", severe, significant), is("software", unusable, severelyLimited), is("operations", stopped, restricted), is("workaround", none)},
			Reason: "some facts are marks of Crisis and some of Critical"},
		{Key: "critical_or_standard", Between: []string{critical, standard}, Clause: definitions,
			When:   []severity.Condition{is("impact", significant, some), is("software", severelyLimited, usable), is("operations", restricted, unimpeded)},
			Reason: "some facts are marks of Critical, which has no acceptable workaround, and some of Standard"},
		{Key: "any", Between: []string{crisis, critical, standard}, Clause: definitions,
			Reason: "the facts are marks of different levels"},
	}
}
