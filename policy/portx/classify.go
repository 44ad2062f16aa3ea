package portx

import "github.com/slaclock/slaclock/severity"

// Classifier returns a classifier of the text's severity table: it determines S1 to S4 from
// environment, milestone, usable, impact and workaround (POR-2). Its levels are those of the
// scale on, such as that of a policy; nil means the agreement's own scale. If the table
// leaves two levels open, classifying returns an error that names both; the supplier
// determines which one applies (POR-3).
func Classifier(on *severity.Scale) (*severity.Classifier, error) {
	on, err := on.Or(scale)
	if err != nil {
		return nil, err
	}
	return severity.NewClassifier(severity.ClassifierConfig{Scale: on, Facts: classifyFacts(), Rules: classifyRules()})
}

// Lowering returns what a viable workaround does to a level: S1 and S2 become S3, because
// their definitions require that there is none, and that of S3 includes any issue that has
// one (POR-3). A nil scale means the agreement's own.
func Lowering(on *severity.Scale) (severity.Lowering, error) {
	on, err := on.Or(scale)
	if err != nil {
		return severity.Lowering{}, err
	}
	return severity.NewLowering(on, severity.LoweringConfig{
		Kind: severity.ByDefinition, To: workaround(), Clause: "POR-3",
		Reason: "S1 and S2 are defined as issues without a workaround, and S3 takes any issue with a viable one",
	})
}

// Authority returns who may set a severity: the supplier, once the error has been
// reproduced on unmodified software (POR-3).
func Authority() severity.Authority {
	s := severity.Setter{
		By: []severity.Party{severity.Supplier}, Clause: "POR-3",
		Reason: "the supplier's support determines the severity, after it has reproduced the error on unmodified software",
	}
	return severity.Authority{Report: s, Change: s}
}

// Answers that more than one rule names.
const (
	production    = "production"
	nonProduction = "non_production"
	yes           = "yes"
	no            = "no"
	none          = "none"
	viable        = "viable"

	criticalFunctions = "critical_functions"
	keyFunctionality  = "key_functionality"
	performance       = "performance"
	moderate          = "moderate"
	minorUsage        = "minor_usage"
	minorIssue        = "minor_issue"
	minor             = "minor"
	cosmetic          = "cosmetic"
	documentation     = "documentation"
	howTo             = "how_to"
	enhancementUrgent = "enhancement_urgent"
	enhancement       = "enhancement"
)

// classifyFacts returns the facts by which the severity table tells levels apart.
func classifyFacts() []severity.Fact {
	return []severity.Fact{
		{Name: "environment", Asks: "where does it happen?", Answers: []severity.Answer{
			{Name: production, Means: "in production"},
			{Name: nonProduction, Means: "anywhere else"},
		}},
		{Name: "milestone", Asks: "outside production: is a critical milestone near?", Answers: []severity.Answer{
			{Name: "near", Means: "it is"},
			{Name: "not_near", Means: "it is not, or there is none"},
		}},
		{Name: "usable", Asks: "can the software be used?", Answers: []severity.Answer{
			{Name: yes, Means: "it can, in part at least"},
			{Name: no, Means: "it cannot"},
		}},
		{Name: "impact", Asks: "what does the issue affect?", Answers: []severity.Answer{
			{Name: criticalFunctions, Means: "other critical functions of the business, severely"},
			{Name: keyFunctionality, Means: "key functionality of the software"},
			{Name: performance, Means: "its performance, to some degree"},
			{Name: moderate, Means: "usage, moderately"},
			{Name: minorUsage, Means: "usage, a little"},
			{Name: minorIssue, Means: "no existing feature: a minor issue"},
			{Name: minor, Means: "something minor, not said which of the two before"},
			{Name: cosmetic, Means: "appearance only"},
			{Name: documentation, Means: "the documentation only"},
			{Name: howTo, Means: "nothing: a question about how to do something"},
			{Name: enhancementUrgent, Means: "nothing: a wish that cannot wait"},
			{Name: enhancement, Means: "nothing: a wish that can wait"},
		}},
		{Name: "workaround", Asks: "is there a way around it?", Answers: []severity.Answer{
			{Name: none, Means: "there is none"},
			{Name: viable, Means: "there is a viable one"},
		}},
	}
}

// classifyRules returns the severity table (POR-2) as rules.
//
// What S3 may include and what S4 includes: the table says that S3 "may" include issues with
// a viable workaround, questions and wishes, and that S4 includes what is minor and affects
// no feature, is cosmetic or concerns the documentation, and wishes that can wait. What one
// level may take and the other takes belongs to the other. So S4 keeps its own issues, with
// or without a workaround, and its rules come before that of the workaround; a workaround
// lowers S1 and S2 and raises nothing (POR-3). Minor issues are taken by both levels, neither
// with "may": that is left open.
//
// What S1 leaves: its heading takes only outages, in production, or elsewhere if a critical
// milestone suffers, and its first scenario adds critical business functions in production.
// What is as grave elsewhere and has no workaround is S2, which is key functionality impaired
// without one. That other features still work, as S2 says, distinguishes it from the outages
// of S1, and leaves no such issue without a level.
func classifyRules() []severity.Rule {
	is := severity.Is
	return []severity.Rule{
		{Key: "unusable_yet_harmless", Clause: "POR-2",
			When: []severity.Condition{is("usable", no),
				is("impact", moderate, minorUsage, minorIssue, minor, cosmetic, documentation, howTo, enhancementUrgent, enhancement)},
			Reason: "with such an impact the software remains functional"},
		{Key: "no_feature_affected", Level: s4, Clause: "POR-2",
			When:   []severity.Condition{is("impact", minorIssue, cosmetic, documentation, enhancement)},
			Reason: "it affects no existing feature"},
		{Key: "minor_of_which_kind", Between: []string{s3, s4}, Clause: "POR-2",
			When:   []severity.Condition{is("impact", minor)},
			Reason: "both levels take minor issues, S3 those with an impact on usage (impact minor_usage), S4 those without (impact minor_issue)"},
		{Key: "viable_workaround", Level: s3, Clause: "POR-2",
			When:   []severity.Condition{is("workaround", viable)},
			Reason: "it is an issue with a viable workaround"},
		{Key: "limited_impact", Level: s3, Clause: "POR-2",
			When:   []severity.Condition{is("impact", moderate, minorUsage)},
			Reason: "its impact on usage is limited, and the software remains functional"},
		{Key: "question", Level: s3, Clause: "POR-2",
			When:   []severity.Condition{is("impact", howTo, enhancementUrgent)},
			Reason: "it is a question or a wish"},
		{Key: "production_outage", Level: s1, Clause: "POR-2",
			When:   []severity.Condition{is("environment", production), is("usable", no), is("workaround", none)},
			Reason: "production cannot be used, and there is no way around it"},
		{Key: "production_critical_functions", Level: s1, Clause: "POR-2",
			When:   []severity.Condition{is("environment", production), is("impact", criticalFunctions), is("workaround", none)},
			Reason: "production severely affects other critical functions of the business, and there is no way around it"},
		{Key: "milestone_outage", Level: s1, Clause: "POR-2",
			When:   []severity.Condition{is("environment", nonProduction), is("milestone", "near"), is("usable", no), is("workaround", none)},
			Reason: "an environment outside production cannot be used shortly before a critical milestone, and there is no way around it"},
		{Key: "other_outage", Level: s2, Clause: "POR-2",
			When:   []severity.Condition{is("environment", nonProduction), is("milestone", "not_near"), is("usable", no), is("workaround", none)},
			Reason: "key functionality is gone with the rest, there is no way around it, and S1 takes outages outside production near a critical milestone only"},
		{Key: "critical_functions_elsewhere", Level: s2, Clause: "POR-2",
			When:   []severity.Condition{is("environment", nonProduction), is("usable", yes), is("impact", criticalFunctions), is("workaround", none)},
			Reason: "critical functions of the business suffer, there is no way around it, and outside production S1 takes outages only"},
		{Key: "key_functionality", Level: s2, Clause: "POR-2",
			When:   []severity.Condition{is("usable", yes), is("impact", keyFunctionality, performance), is("workaround", none)},
			Reason: "key functionality or performance suffers, there is no way around it, and the rest works"},
	}
}
