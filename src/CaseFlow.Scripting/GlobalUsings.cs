// `Engine` alone is CaseFlow's own.
global using JsEngine = Jint.Engine;
global using Script = Jint.Parser.Ast.Program;
