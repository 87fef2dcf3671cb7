export { developmentSignIn as default } from './developmentSignIn';
