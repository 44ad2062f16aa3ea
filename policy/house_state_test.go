package policy_test

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
)

// mutators are functions of the standard library that change their first argument.
var mutators = []string{
	"maps.Copy", "maps.DeleteFunc", "maps.Insert", "slices.Compact", "slices.CompactFunc", "slices.Delete",
	"slices.DeleteFunc", "slices.Insert", "slices.Replace", "slices.Reverse", "slices.Sort", "slices.SortFunc",
	"slices.SortStableFunc", "sort.Float64s", "sort.Ints", "sort.Slice", "sort.SliceStable", "sort.Sort", "sort.Stable",
	"sort.Strings",
}

// checkState reports package-level variables that can change: a table that is written once, where it is declared, is
// data; anything else makes one answer depend on those before it, or on another goroutine. Tests may have variables of
// their own, but not change the package's.
func (c *checker) checkState(files []*ast.File, pkg *types.Package, info *types.Info) {
	s := &state{checker: c, pkg: pkg, info: info, typeSpecs: map[types.Object]*ast.TypeSpec{}}
	for _, file := range files {
		ast.Inspect(file, func(node ast.Node) bool {
			if spec, ok := node.(*ast.TypeSpec); ok {
				s.typeSpecs[info.Defs[spec.Name]] = spec
			}
			return true
		})
	}
	for _, file := range files {
		if !c.isTest(file) {
			s.checkDeclarations(file)
		}
		ast.Inspect(file, s.checkNode)
	}
}

// state is what the search in one package needs to know.
type state struct {
	*checker
	pkg       *types.Package
	info      *types.Info
	typeSpecs map[types.Object]*ast.TypeSpec
}

// checkDeclarations reports the package-level variables of a file that could change without an assignment here.
func (s *state) checkDeclarations(file *ast.File) {
	for _, decl := range file.Decls {
		group, ok := decl.(*ast.GenDecl)
		if !ok || group.Tok != token.VAR {
			continue
		}
		for _, spec := range group.Specs {
			spec := spec.(*ast.ValueSpec)
			for _, name := range spec.Names {
				v, ok := s.info.Defs[name].(*types.Var)
				if !ok || name.Name == "_" {
					continue
				}
				if name.IsExported() && !strings.HasPrefix(name.Name, "Err") {
					s.report(name.Pos(), "state", name.Name+" can be set by every importer",
						"export a function or a constant; only error sentinels (Err…) are exported variables")
				}
				if shared := s.sharedType(spec, v.Type()); shared != "" {
					s.report(name.Pos(), "state", fmt.Sprintf("%s holds a %s, so it is made to change", name.Name, shared),
						"keep such state in a value that the caller makes")
				}
			}
		}
	}
}

// sharedType names the part of a variable's type that exists to be changed: a channel, or a type of sync or
// sync/atomic. sync.OnceValue is not one: it only defers the computation of a value that never changes.
func (s *state) sharedType(spec *ast.ValueSpec, t types.Type) string {
	for _, expr := range append([]ast.Expr{spec.Type}, spec.Values...) {
		if expr != nil {
			if name := s.sharedSyntax(expr); name != "" {
				return name
			}
		}
	}
	return s.sharedWithin(t, map[types.Type]bool{})
}

// sharedSyntax looks for sync and sync/atomic in an expression, function bodies aside.
func (s *state) sharedSyntax(root ast.Node) (found string) {
	ast.Inspect(root, func(node ast.Node) bool {
		switch n := node.(type) {
		case *ast.FuncLit, *ast.FuncType:
			return false
		case *ast.ChanType:
			found = "channel"
		case *ast.SelectorExpr:
			name := qualified(n, s.info)
			if strings.HasPrefix(name, "sync") && name != "sync.OnceValue" && name != "sync.OnceValues" {
				found = name
			}
		}
		return true
	})
	return found
}

// sharedWithin follows a type through the declarations of its own package.
func (s *state) sharedWithin(t types.Type, seen map[types.Type]bool) string {
	if seen[t] {
		return ""
	}
	seen[t] = true
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		if spec := s.typeSpecs[t.Origin().Obj()]; spec != nil {
			if name := s.sharedSyntax(spec.Type); name != "" {
				return name
			}
			return s.sharedWithin(t.Underlying(), seen)
		}
	case *types.Pointer:
		return s.sharedWithin(t.Elem(), seen)
	case *types.Slice:
		return s.sharedWithin(t.Elem(), seen)
	case *types.Array:
		return s.sharedWithin(t.Elem(), seen)
	case *types.Map:
		return s.sharedWithin(t.Elem(), seen)
	case *types.Chan:
		return "channel"
	case *types.Struct:
		for field := range t.Fields() {
			if name := s.sharedWithin(field.Type(), seen); name != "" {
				return name
			}
		}
	}
	return ""
}

// checkNode reports a statement or expression that changes a package-level variable, or could let it be changed.
func (s *state) checkNode(node ast.Node) bool {
	switch n := node.(type) {
	case *ast.AssignStmt:
		for _, target := range n.Lhs {
			s.reportChange(target, "is assigned") // What := declares is never a package-level variable.
		}
	case *ast.IncDecStmt:
		s.reportChange(n.X, "is counted with "+n.Tok.String())
	case *ast.RangeStmt:
		if n.Tok == token.ASSIGN {
			s.reportChange(n.Key, "is assigned by range")
			s.reportChange(n.Value, "is assigned by range")
		}
	case *ast.UnaryExpr:
		if n.Op == token.AND {
			s.reportChange(n.X, "has its address taken")
		}
	case *ast.SliceExpr:
		if isArray(s.info.TypeOf(n.X)) {
			s.reportChange(n.X, "has its address taken by slicing")
		}
	case *ast.SelectorExpr:
		if s.takesAddress(n) {
			s.reportChange(n.X, "has its address taken by method "+n.Sel.Name)
		}
	case *ast.CallExpr:
		if len(n.Args) > 0 {
			if name := s.mutator(n); name != "" {
				s.reportChange(n.Args[0], "is changed by "+name)
			}
		}
	}
	return true
}

// isArray tells whether slicing a value of this type refers to the value itself.
func isArray(t types.Type) bool {
	if t == nil {
		return false
	}
	_, ok := t.Underlying().(*types.Array)
	return ok
}

// takesAddress tells whether a selector is a method with a pointer receiver on a value that is not a pointer.
func (s *state) takesAddress(selector *ast.SelectorExpr) bool {
	selection := s.info.Selections[selector]
	if selection == nil || selection.Kind() != types.MethodVal {
		return false
	}
	receiver := selection.Obj().(*types.Func).Signature().Recv()
	_, wantsPointer := receiver.Type().Underlying().(*types.Pointer)
	_, hasPointer := selection.Recv().Underlying().(*types.Pointer)
	return wantsPointer && !hasPointer && !selection.Indirect()
}

// mutator names the function of a call if it changes its first argument.
func (s *state) mutator(call *ast.CallExpr) string {
	switch fun := ast.Unparen(call.Fun).(type) {
	case *ast.Ident:
		b, ok := s.info.Uses[fun].(*types.Builtin)
		if !ok {
			return ""
		}
		// Appending to a table copies it, since nothing is free behind a literal; appending to its beginning writes into it.
		_, shortened := ast.Unparen(call.Args[0]).(*ast.SliceExpr)
		if slices.Contains([]string{"clear", "copy", "delete"}, b.Name()) || b.Name() == "append" && shortened {
			return b.Name()
		}
	case *ast.SelectorExpr:
		if name := qualified(fun, s.info); slices.Contains(mutators, name) {
			return name
		}
	}
	return ""
}

// reportChange reports a target that is, or is part of, a package-level variable: of this package, or of another one of
// any module.
func (s *state) reportChange(target ast.Expr, how string) {
	const right = "make it a value that the caller holds, or write it once where it is declared"
	for target != nil {
		switch t := target.(type) {
		case *ast.ParenExpr:
			target = t.X
		case *ast.IndexExpr:
			target = t.X
		case *ast.SliceExpr:
			target = t.X
		case *ast.StarExpr:
			target = t.X
		case *ast.SelectorExpr:
			if name := qualified(t, s.info); name != "" {
				// A test may set time.Local, say, to show that nothing depends on it.
				if strings.HasPrefix(name, modulePath) || !s.isTestAt(t.Pos()) {
					s.report(t.Pos(), "state", name+" of another package "+how, right)
				}
				return
			}
			target = t.X
		case *ast.Ident:
			v, ok := s.info.Uses[t].(*types.Var)
			if ok && s.pkg != nil && v.Parent() == s.pkg.Scope() && !s.isTestAt(v.Pos()) {
				s.report(t.Pos(), "state", "package-level variable "+t.Name+" "+how, right)
			}
			return
		default:
			return
		}
	}
}
