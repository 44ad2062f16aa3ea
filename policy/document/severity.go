package document

// A Lowering is what an accepted workaround makes of the levels; see
// [severity.LoweringConfig]. The zero Lowering has no kind, which is a mistake.
type Lowering struct {
	Kind   string            `json:"kind" need:"yes" enum:"none|one level|by definition" doc:"none; by one level each; or by definition, as to says"`
	To     map[string]string `json:"to" doc:"what each level becomes, if kind is by definition"`
	Clause string            `json:"clause" doc:"the clause that says so"`
	Reason string            `json:"reason" need:"yes" doc:"why, in words"`
}

// A Classification determines a level from facts; see [severity.ClassifierConfig]. The zero
// Classification asks for no facts, which is a mistake.
type Classification struct {
	Facts []Fact `json:"facts" need:"yes" doc:"the questions, in the order in which they are asked"`
	Rules []Rule `json:"rules" need:"yes" doc:"the definitions; the first whose conditions hold decides"`
}

// A Fact is a question about a problem. The zero Fact has no name, which is a mistake.
type Fact struct {
	Name    string   `json:"name" need:"yes" doc:"as facts and rules name it"`
	Asks    string   `json:"asks" doc:"the question in words"`
	Answers []Answer `json:"answers" need:"yes" doc:"the possible answers"`
}

// An Answer is one answer to a [Fact]. The zero Answer has no name, which is a
// mistake.
type Answer struct {
	Name  string `json:"name" need:"yes" doc:"as facts and rules name it"`
	Means string `json:"means" doc:"what it says in words"`
}

// A Rule is a sentence of the definitions; see [severity.Rule]. The zero Rule has no
// key, which is a mistake.
type Rule struct {
	Key     string      `json:"key" need:"yes" doc:"short and stable"`
	When    []Condition `json:"when" doc:"the conditions, which must all hold"`
	Level   string      `json:"level" doc:"the level; left out if the text leaves the level open or the facts contradict each other"`
	Between []string    `json:"between" doc:"the levels that the text leaves open"`
	Clause  string      `json:"clause" need:"yes" doc:"the clause that says so"`
	Reason  string      `json:"reason" need:"yes" doc:"why, in words"`
}

// A Condition holds if the answer to a fact is one of those in Is. The zero Condition names
// no fact, which is a mistake.
type Condition struct {
	Fact string   `json:"fact" need:"yes" doc:"the fact"`
	Is   []string `json:"is" need:"yes" doc:"at least one answer"`
}

// An Authority says who may set a severity; see [severity.Authority]. The zero
// Authority names nobody.
type Authority struct {
	Report *Setter `json:"report" doc:"who may set it with the report"`
	Change *Setter `json:"change" doc:"who may change it later"`
}

// A Setter says who may set a severity, and which clause says so. The zero Setter names
// nobody.
type Setter struct {
	By     []string `json:"by" enum:"customer|supplier" doc:"the parties that the text names; nobody if left out"`
	Clause string   `json:"clause" doc:"the clause that names them; left out only if nobody is named"`
	Reason string   `json:"reason" doc:"what the clause says, in words; left out only if nobody is named"`
}
