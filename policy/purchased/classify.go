package purchased

import "github.com/slaclock/slaclock/severity"

// Classifier returns a classifier of the definitions of 3.2.1 to 3.2.3: it determines
// Severity 1, 2 or 3 from software, emergency, completeness, performance, mainline and impact
// (PUR-3, PUR-4, PUR-5). Its levels are those of the scale on, such as that of a policy; nil
// means the agreement's own scale. If the definitions leave two levels open, classifying
// returns an error that names both.
func Classifier(on *severity.Scale) (*severity.Classifier, error) {
	on, err := on.Or(scale)
	if err != nil {
		return nil, err
	}
	return severity.NewClassifier(severity.ClassifierConfig{Scale: on, Facts: classifyFacts(), Rules: classifyRules()})
}

// Lowering returns what an acceptable workaround does to a level: 1 becomes 2, and 2 becomes
// 3 (PUR-6). A nil scale means the agreement's own.
func Lowering(on *severity.Scale) (severity.Lowering, error) {
	on, err := on.Or(scale)
	if err != nil {
		return severity.Lowering{}, err
	}
	return severity.NewLowering(on, severity.LoweringConfig{
		Kind: severity.OneLevel, Clause: "PUR-6",
		Reason: "an acceptable workaround drops Severity 1 to 2 and Severity 2 to 3, one level each time",
	})
}

// Authority returns who may set a severity: the text names nobody. It defines the levels,
// requires the licensee to report Severity 1 by telephone (PUR-2), and lowers a level
// automatically after a workaround (PUR-6).
func Authority() severity.Authority {
	return severity.Authority{
		Report: severity.Setter{Clause: "PUR-2", Reason: "the licensee reports incidents by severity, and nobody is named who grades them"},
		Change: severity.Setter{Clause: "PUR-6", Reason: "the one change in the text comes by itself with an acceptable workaround, and nobody is named for others"},
	}
}

// Answers that more than one rule names.
const (
	inoperable          = "inoperable" // the software, and a mainline function
	substantially       = "substantially_inoperable"
	usable              = "usable"
	yes                 = "yes"
	no                  = "no"
	materiallyLacking   = "materially_incomplete"
	severelyDegraded    = "severely_degraded"
	significant, little = "significant", "little"
)

// classifyFacts returns the facts by which the definitions tell levels apart.
func classifyFacts() []severity.Fact {
	return []severity.Fact{
		{Name: "software", Asks: "does the software work?", Answers: []severity.Answer{
			{Name: inoperable, Means: "not at all"},
			{Name: substantially, Means: "not in substance"},
			{Name: usable, Means: "it can be used"},
		}},
		{Name: "emergency", Asks: "is there an emergency?", Answers: []severity.Answer{
			{Name: yes, Means: "there is"},
			{Name: no, Means: "there is none"},
		}},
		{Name: "completeness", Asks: "is the software complete?", Answers: []severity.Answer{
			{Name: materiallyLacking, Means: "something material is missing"},
			{Name: "complete", Means: "nothing material is missing"},
		}},
		{Name: "performance", Asks: "how is its performance under reasonable loads?", Answers: []severity.Answer{
			{Name: severelyDegraded, Means: "so much worse that use is severely affected"},
			{Name: "adequate", Means: "not so bad"},
		}},
		{Name: "mainline", Asks: "do all mainline functions and commands work?", Answers: []severity.Answer{
			{Name: inoperable, Means: "one or more do not"},
			{Name: "working", Means: "they do"},
		}},
		{Name: "impact", Asks: "how much is use affected besides?", Answers: []severity.Answer{
			{Name: significant, Means: "significantly"},
			{Name: little, Means: "a little or not at all"},
		}},
	}
}

// classifyRules returns the definitions of 3.2.1 to 3.2.3. Severity 1 needs both an emergency
// and software that does not work. Severity 2 is any one of four defects, since semicolons
// separate them: that the software can be used belongs to the first, so the others make
// Severity 2 of software that does not work too, if there is no emergency. Severity 3 is
// software that can be used and has none of these defects.
func classifyRules() []severity.Rule {
	is := severity.Is
	return []severity.Rule{
		{Key: "dead_yet_working", Clause: "PUR-3",
			When:   []severity.Condition{is("software", inoperable), is("mainline", "working")},
			Reason: "software that does not work at all has no mainline function that works"},
		{Key: "emergency", Level: severity1, Clause: "PUR-3",
			When:   []severity.Condition{is("software", inoperable, substantially), is("emergency", yes)},
			Reason: "there is an emergency, and the software does not work, wholly or in substance"},
		{Key: "incomplete", Level: severity2, Clause: "PUR-4",
			When:   []severity.Condition{is("software", usable), is("completeness", materiallyLacking)},
			Reason: "the software can be used, but is materially incomplete"},
		{Key: "slow", Level: severity2, Clause: "PUR-4",
			When:   []severity.Condition{is("performance", severelyDegraded)},
			Reason: "performance suffers so much that use is severely affected"},
		{Key: "mainline", Level: severity2, Clause: "PUR-4",
			When:   []severity.Condition{is("mainline", inoperable)},
			Reason: "a mainline function or command does not work"},
		{Key: "otherwise_significant", Level: severity2, Clause: "PUR-4",
			When:   []severity.Condition{is("impact", significant)},
			Reason: "use is significantly affected"},
		{Key: "dead_without_emergency", Between: []string{severity1, severity2}, Clause: "PUR-3",
			When:   []severity.Condition{is("software", inoperable, substantially), is("emergency", no)},
			Reason: "Severity 1 asks for an emergency, and Severity 2 for software that can be used, or for a defect that makes it by itself"},
		{Key: "emergency_without_defect", Clause: "PUR-5",
			When:   []severity.Condition{is("emergency", yes), is("impact", little)},
			Reason: "what affects use a little is no emergency, where the software works and lacks nothing"},
		{Key: "inconvenient", Level: severity3, Clause: "PUR-5",
			When: []severity.Condition{is("software", usable), is("completeness", "complete"), is("performance", "adequate"),
				is("mainline", "working"), is("impact", little)},
			Reason: "the software can be used, and is at most inconvenient"},
	}
}
